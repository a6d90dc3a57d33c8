package org.throughline.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.engine.variable.Variables;
import org.throughline.platform.engine.PlainFeel;

/** The tables of triage and routing as they lie in the tree, each evaluated with all that it requires. */
final class FileDecisions implements Decisions {

    private final DmnEngine engine = PlainFeel.configuration().buildEngine();
    private final Map<String, DmnDecision> decisions = new HashMap<>();

    FileDecisions() {
        for (Path file : List.of(
                Path.of("dmn/triage/work-type.dmn"),
                Path.of("dmn/triage/further-request.dmn"),
                Path.of("dmn/routing/routing.dmn"))) {
            try (InputStream stream = Files.newInputStream(file)) {
                engine.parseDecisions(stream).forEach(decision -> decisions.put(decision.getKey(), decision));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
        DmnDecision table = decisions.get(decision);
        if (table == null) {
            throw new IllegalStateException("There is no decision " + decision);
        }
        DmnDecisionResult result = engine.evaluateDecision(table, Variables.fromMap(facts));
        return result.getSingleResult().getEntryMap();
    }
}
