package org.throughline.reporting.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.throughline.reporting.Period;
import org.throughline.reporting.projection.ReportingEngine;

/** Requests that the agency's own routing tables decided, in an engine with the application's history. */
final class RoutedRequests implements AutoCloseable {

    static final String FILE = read();

    final ReportingEngine database;
    final DeployedTables deployed;
    final Replayer replayer;
    private int number;

    RoutedRequests() {
        this(new ReportingEngine());
    }

    RoutedRequests(ReportingEngine database) {
        this.database = database;
        deployed = new DeployedTables(
                database.engine().getRepositoryService(), database.engine().getIdentityService(), database.agency());
        replayer = new Replayer(new KeptDecisions(database.jdbc(), database.agency()), deployed, Clock.systemUTC());
        deploy(FILE);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("dmn/routing/routing.dmn"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void deploy(String file) {
        database.engine()
                .getRepositoryService()
                .createDeployment()
                .addInputStream("routing.dmn", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .addModelInstance(
                        "routed.bpmn",
                        Bpmn.createExecutableProcess("service-request")
                                .operatonHistoryTimeToLive(5)
                                .startEvent()
                                .businessRuleTask()
                                .operatonDecisionRef("request-routing")
                                .userTask()
                                .endEvent()
                                .done())
                .deploy();
    }

    /** Opens a request, with facts beside or in the place of the usual ones. */
    String open(String workType, Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("workType", workType);
        all.put("mark", "NONE");
        all.put("alarm", "NONE");
        all.put("hoursToHardDate", null);
        all.put("hoursToNeededBy", null);
        all.put("partnerQueue", "NONE");
        all.put("securityFlag", false);
        all.put("judgement", false);
        all.put("state", "TX");
        all.put("automationLevel", "STRAIGHT_THROUGH");
        all.put("act", "SERVICE_REQUEST");
        all.put("switchedOff", "");
        all.put("classification", "AUTO");
        all.put("authenticated", true);
        all.put("contractAttached", false);
        all.put("surplusLines", false);
        all.put("missingInfo", false);
        all.put("senderRole", "CONTACT");
        all.put("lineOfBusiness", "GL");
        all.put("commercial", true);
        all.putAll(facts);
        String request = "SR-2026-" + String.format("%06d", ++number);
        database.engine()
                .getRuntimeService()
                .startProcessInstanceByKey("service-request", request, Variables.fromMap(all));
        return request;
    }

    ReplayResult replay(String key, String file, List<ReplayDifference> found) {
        ReplayQuestion question = new ReplayQuestion(
                key,
                "a test",
                Period.asked(null, null, database.agency().timeZone(), Clock.systemUTC()),
                null,
                ReplayQuestion.LIMIT);
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        TableGuard.check(bytes);
        ChangedTables tables = ChangedTables.of(key, TableFile.read(deployed.latest(key)), TableFile.read(bytes));
        return replayer.run(question, tables, (done, total) -> {}, found::addAll);
    }

    @Override
    public void close() {
        database.close();
    }
}
