package org.throughline.staff.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.LatestDecisions;
import org.throughline.staff.Act;
import org.throughline.staff.ActRules;

/** Asks the deployed table {@code license-requirement}; the gate keeps its own record, so the engine's history keeps none. */
@Component
class DeployedActRules implements ActRules {

    private static final String TABLE = "license-requirement";

    private final LatestDecisions decisions;

    DeployedActRules(LatestDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Requirement of(Act act, Map<String, Object> facts) {
        Map<String, Object> inputs = new HashMap<>(facts);
        inputs.put(Act.PROPERTY, act.name());
        return requirement(decisions.evaluate(TABLE, inputs));
    }

    /** The table's answer, read from its outputs. */
    static Requirement requirement(Map<String, Object> outputs) {
        String state = text(outputs.get("licenseState"));
        return new Requirement(
                Boolean.TRUE.equals(outputs.get("licenseRequired")),
                words(text(outputs.get("licenseLines"))),
                state.isBlank() ? null : state,
                Boolean.TRUE.equals(outputs.get("appointmentRequired")));
    }

    static Set<String> words(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
