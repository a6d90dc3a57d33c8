package org.throughline.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.engine.variable.Variables;

/** The table license-requirement as it lies in the tree; each distinct question is evaluated once. */
public final class FileActRules implements ActRules {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table;
    private final Map<Map<String, Object>, Requirement> answers = new ConcurrentHashMap<>();

    public FileActRules() {
        try (InputStream file = Files.newInputStream(Path.of("dmn/routing/routing.dmn"))) {
            table = engine.parseDecision("license-requirement", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Requirement of(Act act, Map<String, Object> facts) {
        Map<String, Object> inputs = new HashMap<>(facts);
        inputs.put("act", act.name());
        return answers.computeIfAbsent(inputs, this::evaluate);
    }

    private Requirement evaluate(Map<String, Object> inputs) {
        Map<String, Object> outputs = engine.evaluateDecision(table, Variables.fromMap(inputs))
                .getSingleResult()
                .getEntryMap();
        String lines = Objects.toString(outputs.get("licenseLines"), "");
        String state = Objects.toString(outputs.get("licenseState"), "");
        return new Requirement(
                Boolean.TRUE.equals(outputs.get("licenseRequired")),
                lines.isEmpty() ? Set.of() : Set.of(lines.split(",", -1)),
                state.isEmpty() ? null : state,
                Boolean.TRUE.equals(outputs.get("appointmentRequired")));
    }
}
