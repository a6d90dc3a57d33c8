package org.throughline.staff.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.staff.Act;
import org.throughline.staff.ActRules;
import org.throughline.staff.ActRules.Requirement;
import org.throughline.staff.LicenseNeed;

/** Reads from a process what its acts need: the union over the acts, by the table as it stands now. */
class NeedReader {

    /** A request that nobody has classified is assumed to need a license. */
    private static final String UNKNOWN_WORK = "UNCLASSIFIED";

    private static final List<ProcessVariable<?>> READ = List.of(
            RequestVariables.LICENSE_REQUIRED,
            RequestVariables.LICENSE_LINES,
            RequestVariables.LICENSE_STATE,
            RequestVariables.WORK_TYPE,
            RequestVariables.STATE,
            RequestVariables.LINE_OF_BUSINESS,
            LicenseVariables.SURPLUS_LINES,
            LicenseVariables.COMMERCIAL,
            LicenseVariables.CARRIER);

    private final ActRules rules;

    NeedReader(ActRules rules) {
        this.rules = rules;
    }

    /** What the acts need; empty where anybody may do all of them. */
    Optional<LicenseNeed> of(Set<Act> acts, VariableScope process) {
        Map<String, Object> variables = new HashMap<>();
        for (ProcessVariable<?> variable : READ) {
            variable.find(process).ifPresent(value -> variables.put(variable.name(), value));
        }
        return of(acts, variables);
    }

    /** The same from variables that were read before. */
    Optional<LicenseNeed> of(Set<Act> acts, Map<String, Object> process) {
        Map<String, Object> facts = facts(process);
        List<Requirement> required = acts.stream()
                .map(act -> rules.of(act, facts))
                .filter(Requirement::required)
                .toList();
        if (required.isEmpty()) {
            return Optional.empty();
        }
        Set<String> lines = new HashSet<>(DeployedActRules.words(routedLines(process)));
        if (lines.isEmpty()) {
            required.forEach(requirement -> lines.addAll(requirement.lines()));
        }
        @Nullable
        String state = required.stream()
                .flatMap(requirement -> Optional.ofNullable(requirement.state()).stream())
                .findFirst()
                .orElse(null);
        return Optional.of(new LicenseNeed(
                state,
                lines,
                required.stream().anyMatch(Requirement::appointment),
                LicenseVariables.CARRIER.find(process).orElse(null)));
    }

    /** Routing knew all facts, and a workflow may have found out more since; so where it named lines, those hold. */
    private static String routedLines(Map<String, Object> process) {
        return needed(process) ? RequestVariables.LICENSE_LINES.find(process).orElse("") : "";
    }

    /** That the request as a whole needs a license stands for the judgement inside it. */
    private static boolean needed(Map<String, Object> process) {
        return RequestVariables.LICENSE_REQUIRED.find(process).orElse(false);
    }

    private static Map<String, Object> facts(Map<String, Object> process) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                RequestVariables.WORK_TYPE.name(),
                RequestVariables.WORK_TYPE.find(process).orElse(UNKNOWN_WORK));
        facts.put(RequestVariables.STATE.name(), state(process));
        facts.put(
                RequestVariables.LINE_OF_BUSINESS.name(),
                RequestVariables.LINE_OF_BUSINESS.find(process).orElse(""));
        facts.put("judgement", needed(process));
        put(facts, LicenseVariables.SURPLUS_LINES, process, false);
        put(facts, LicenseVariables.COMMERCIAL, process, true);
        return facts;
    }

    private static String state(Map<String, Object> process) {
        return RequestVariables.LICENSE_STATE
                .find(process)
                .filter(state -> !state.isBlank())
                .or(() -> RequestVariables.STATE.find(process))
                .orElse("");
    }

    private static void put(
            Map<String, Object> facts, ProcessVariable<Boolean> fact, Map<String, Object> process, boolean unknown) {
        facts.put(fact.name(), fact.find(process).orElse(unknown));
    }
}
