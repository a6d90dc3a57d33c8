package org.throughline.processes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.processes.ProcessAssertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.automation.AutomationEvidence;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.SampleRecord;
import org.throughline.automation.Sampling;
import org.throughline.automation.store.AutomationTables;

class QualityReviewProcessTest {

    private static final String NUMBER = "SR-2026-000001";
    private static final AutomationTables tables =
            new AutomationTables(Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC));

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("quality-review")
            .delegatesOf("org.throughline.automation.process")
            .with(AutomationEvidence.class, tables.evidence())
            .with(SampleRecord.class, tables.samples())
            .with(Sampling.class, tables.sampling());

    @BeforeEach
    void sampled() {
        tables.clear();
        tables.levels().change("CERT_LIABILITY", AutomationLevel.SAMPLED, "new form", false, "nora");
    }

    private static ProcessInstance reviewOf(String number, boolean touchedByPerson) {
        tables.jdbc()
                .sql("insert into service_request (number, tenant_id, process_instance_id, work_type, status, route,"
                        + " opened_at, touched_by_person) values (?, 'harborline', ?, 'CERT_LIABILITY', 'DONE',"
                        + " 'AUTOMATION', current_timestamp, ?)")
                .params(number, number, touchedByPerson)
                .update();
        ProcessInstance review = engine.start(
                "QA-" + number,
                Map.of(
                        "requestNumber", number,
                        "workType", "CERT_LIABILITY",
                        "automation", "SAMPLED",
                        "queue", "account-managers"));
        engine.runJob("StartEvent_WorkFinished");
        return review;
    }

    @Test
    void hasTheFirstOnesAllLookedAt() {
        ProcessInstance review = reviewOf(NUMBER, false);

        assertThat(review)
                .isWaitingAtExactly("Task_ReviewFinishedWork")
                .variables()
                .containsEntry("samplingRate", 100);
        engine.complete("Task_ReviewFinishedWork", Map.of("verdict", "OK"));
        assertThat(review).isEnded().hasPassed("EndEvent_WorkReviewed");
        Assertions.assertThat(tables.found()).containsExactly("REVIEWED true");
    }

    @Test
    void wantsToKnowWhatIsWrongAndHowBad() {
        reviewOf(NUMBER, false);

        assertThatThrownBy(() -> engine.complete("Task_ReviewFinishedWork", Map.of()))
                .hasMessageContaining("Choose whether");
        assertThatThrownBy(() -> engine.complete("Task_ReviewFinishedWork", Map.of("verdict", "DEFECT")))
                .hasMessageContaining("Say what is wrong");
        assertThatThrownBy(() -> engine.complete(
                        "Task_ReviewFinishedWork", Map.of("verdict", "DEFECT", "defect", "Wrong holder")))
                .hasMessageContaining("how bad");
        Assertions.assertThat(tables.found()).isEmpty();

        engine.complete(
                "Task_ReviewFinishedWork", Map.of("verdict", "DEFECT", "defect", "Wrong holder", "severity", "SEVERE"));

        Assertions.assertThat(tables.found()).containsExactly("REVIEWED false");
        Assertions.assertThat(tables.levels().of("CERT_LIABILITY").setting().level())
                .as("a severe defect costs the level in the same transaction")
                .isEqualTo(AutomationLevel.APPROVE_ALL);
    }

    @Test
    void leavesOutWhatIsNotDrawn() {
        for (int i = 0; i < 20; i++) {
            tables.evidence().reviewed("SR-2025-" + i, "CERT_LIABILITY", AutomationLevel.SAMPLED, null, "", "maria");
        }
        int looked = 0;
        for (int i = 100; i < 160; i++) {
            String number = "SR-2026-000" + i;
            ProcessInstance review = reviewOf(number, false);
            boolean drawn = tables.sampling().chosen(number, 25);
            if (drawn) {
                looked++;
                assertThat(review).isWaitingAtExactly("Task_ReviewFinishedWork");
            } else {
                assertThat(review).isEnded().hasPassed("EndEvent_NotDrawn");
            }
        }
        Assertions.assertThat(looked).as("about a quarter of sixty").isBetween(4, 30);
    }

    @Test
    void hasNothingToReviewWhereAPersonActed() {
        ProcessInstance review = reviewOf(NUMBER, true);

        assertThat(review).isEnded().hasPassed("EndEvent_APersonHadActed");
    }
}
