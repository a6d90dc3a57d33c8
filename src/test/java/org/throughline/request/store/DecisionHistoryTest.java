package org.throughline.request.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.dmn.instance.Input;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.throughline.reporting.projection.ReportingEngine;
import org.throughline.request.DecisionRecord;
import org.throughline.request.RequestView;
import org.throughline.request.RuleSentences;

/** The record of the routing decisions, made by the agency's own tables. */
class DecisionHistoryTest {

    private static final Map<String, Object> QUESTION = Map.ofEntries(
            Map.entry("workType", "COVERAGE_QUESTION"),
            Map.entry("mark", "NONE"),
            Map.entry("alarm", "NONE"),
            Map.entry("hoursToHardDate", 20),
            Map.entry("partnerQueue", "NONE"),
            Map.entry("securityFlag", false),
            Map.entry("judgement", true),
            Map.entry("state", "TX"),
            Map.entry("automationLevel", "APPROVE_ALL"),
            Map.entry("act", "SERVICE_REQUEST"),
            Map.entry("switchedOff", ""),
            Map.entry("classification", "AUTO"),
            Map.entry("authenticated", true),
            Map.entry("contractAttached", false),
            Map.entry("surplusLines", false),
            Map.entry("missingInfo", false),
            Map.entry("senderRole", "CONTACT"),
            Map.entry("lineOfBusiness", "GL"),
            Map.entry("commercial", true));

    private final ReportingEngine database = new ReportingEngine();
    private final DecisionHistory history =
            new DecisionHistory(database.jdbc(), new TextsOfTheEngine(), new DecisionSentences(), database.agency());

    @BeforeEach
    void deploy() throws IOException {
        try (InputStream tables = Files.newInputStream(Path.of("dmn/routing/routing.dmn"))) {
            database.engine()
                    .getRepositoryService()
                    .createDeployment()
                    .addInputStream("routing.dmn", tables)
                    .addModelInstance(
                            "routed.bpmn",
                            Bpmn.createExecutableProcess("routed")
                                    .operatonHistoryTimeToLive(5)
                                    .startEvent()
                                    .businessRuleTask()
                                    .operatonDecisionRef("request-routing")
                                    .endEvent()
                                    .done())
                    .deploy();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyRoutingDecisionIsKeptWithVersionRulesInputsAndOutputs() {
        List<DecisionRecord> decisions = history.of(routed());

        assertThat(decisions)
                .extracting(DecisionRecord::decision)
                .startsWith("request-routing")
                .contains(
                        "priority",
                        "license-requirement",
                        "authority-to-request",
                        "straight-through",
                        "route",
                        "human-gate",
                        "work-type-catalogue");
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.version()).isEqualTo(1);
            assertThat(decision.rules())
                    .isNotEmpty()
                    .allSatisfy(rule -> assertThat(rule.why()).isNotBlank());
            assertThat(decision.sentence()).isNotBlank();
        });
        assertThat(of("priority", decisions).inputs())
                .containsEntry("mark", "NONE")
                .containsEntry("deadline", of("deadline", decisions).outputs().get("deadline"));
        assertThat(of("deadline", decisions).inputs()).containsEntry("hoursToHardDate", 20L);
        assertThat(of("license-requirement", decisions).inputs())
                .containsEntry("judgement", true)
                .containsEntry("state", "TX");
        assertThat(of("license-requirement", decisions).outputs()).containsEntry("licenseRequired", true);
    }

    @Test
    void oneSentenceSumsTheRoutingUpFromTheRulesThatFired() {
        List<DecisionRecord> decisions = history.of(routed());
        DecisionRecord priority = of("priority", decisions);
        String reason = String.valueOf(priority.rules().get(0).why());

        String sentence = decisions.get(0).sentence();

        assertThat(sentence)
                .startsWith("Went to ")
                .contains("needs a licensed person (TX casualty) because ")
                .contains("priority " + priority.outputs().get("priority") + " because ")
                .containsIgnoringCase(reason.substring(0, reason.length() - 1))
                .endsWith("due Monday, November 23, 2:00 PM.");
        assertThat(of("straight-through", decisions).sentence())
                .isEqualTo("Straight through: no, why not a person does or approves this work every time. This work is"
                        + " still approved or done by a person every time.");
        assertThat(priority.sentence()).startsWith("Priority: P").endsWith(reason);
    }

    private static DecisionRecord of(String key, List<DecisionRecord> decisions) {
        return decisions.stream()
                .filter(decision -> decision.decision().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private RequestView routed() {
        VariableMap facts = Variables.fromMap(new HashMap<>(QUESTION)).putValue("hoursToNeededBy", null);
        String instance = database.engine()
                .getRuntimeService()
                .startProcessInstanceByKey("routed", facts)
                .getId();
        OffsetDateTime due = OffsetDateTime.parse("2026-11-23T14:00:00-06:00");
        return new RequestView(
                "SR-2026-000001",
                "COVERAGE_QUESTION",
                "NEW",
                null,
                null,
                null,
                null,
                due,
                LocalDate.EPOCH,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                instance,
                null,
                null,
                null,
                due,
                null);
    }

    private final class TextsOfTheEngine implements RuleSentences {

        @Override
        public Optional<String> of(String decisionDefinitionId, String ruleId) {
            Rule rule = database.engine()
                    .getRepositoryService()
                    .getDmnModelInstance(decisionDefinitionId)
                    .getModelElementById(ruleId);
            return Optional.of(rule.getDescription().getTextContent().strip());
        }

        @Override
        public Optional<String> input(String decisionDefinitionId, String clauseId) {
            Input input = database.engine()
                    .getRepositoryService()
                    .getDmnModelInstance(decisionDefinitionId)
                    .getModelElementById(clauseId);
            return Optional.of(input.getInputExpression().getText().getTextContent());
        }
    }
}
