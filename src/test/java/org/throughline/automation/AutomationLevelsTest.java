package org.throughline.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.automation.AutomationEvidence.Proposal;
import org.throughline.automation.AutomationOutcome.Severity;
import org.throughline.automation.store.AutomationTables;

class AutomationLevelsTest {

    private static final String CERTIFICATE = "CERT_LIABILITY";
    private static final String CARD = "ID_CARD";

    private final MovingClock clock = new MovingClock();
    private final AutomationTables tables = new AutomationTables(clock);
    private final AutomationLevels levels = tables.levels();
    private final AutomationEvidence evidence = tables.evidence();
    private int requests;

    /** Moves on by a second whenever it is asked, so that what happens has an order. */
    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T16:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }

    private void reviewed(int times, @Nullable Severity severity) {
        for (int i = 0; i < times; i++) {
            evidence.reviewed(
                    next(),
                    CERTIFICATE,
                    levels.setting(CERTIFICATE).level(),
                    severity,
                    severity == null ? "" : "limits",
                    "maria");
        }
    }

    private String next() {
        return "SR-2026-" + String.format("%06d", ++requests);
    }

    private void approved(int times, String deliveredTo) {
        for (int i = 0; i < times; i++) {
            String number = next();
            evidence.propose(new Proposal(
                    number,
                    CARD,
                    "",
                    AutomationLevel.APPROVE_ALL,
                    new AutomationResult(Map.of("Decision", "issue", "Delivered to", "a@x.example"))));
            evidence.settle(
                    number, new AutomationResult(Map.of("Decision", "issue", "Delivered to", deliveredTo)), "maria");
        }
    }

    @Test
    void beginsWithTheConfiguredLevelAndThenTheTableWins() {
        assertThat(levels.of(CERTIFICATE).setting().level()).isEqualTo(AutomationLevel.STRAIGHT_THROUGH);
        assertThat(levels.of(CARD).setting().level()).isEqualTo(AutomationLevel.APPROVE_ALL);

        levels.change(CERTIFICATE, AutomationLevel.SHADOW, "new form", false, "nora");

        assertThat(levels.of(CERTIFICATE).setting().level()).isEqualTo(AutomationLevel.SHADOW);
        assertThat(tables.gate().of(CERTIFICATE).level()).isEqualTo(AutomationLevel.SHADOW);
        assertThat(levels.all())
                .extracting(known -> known.setting().workType())
                .containsExactly(CERTIFICATE, "NOT_WORK");
    }

    @Test
    void promotesOnEvidenceOnly() {
        approved(58, "a@x.example");
        approved(1, "A@X.example ");

        assertThat(levels.of(CARD).next())
                .satisfies(next -> assertThat(next.missing()).isEqualTo(1));
        assertThatThrownBy(() -> levels.change(CARD, AutomationLevel.SAMPLED, "works well", false, "nora"))
                .isInstanceOf(AutomationRefused.class)
                .hasMessageContaining("1 more outcomes")
                .hasMessageContaining("5.0 %");
        approved(1, "a@x.example");
        levels.change(CARD, AutomationLevel.SAMPLED, "works well", false, "nora");

        assertThat(levels.of(CARD)).satisfies(known -> {
            assertThat(known.setting().level()).isEqualTo(AutomationLevel.SAMPLED);
            assertThat(known.setting().by()).isEqualTo("nora");
            assertThat(known.evidence().lookedAt())
                    .as("a new level begins without evidence")
                    .isZero();
            assertThat(known.note()).isEmpty();
        });
        assertThat(tables.levelTable().changes(AutomationChange.LEVEL, CARD, 0, 10))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.from()).isEqualTo("APPROVE_ALL");
                    assertThat(change.to()).isEqualTo("SAMPLED");
                    assertThat(change.reason()).isEqualTo("works well");
                    assertThat(change.overridden()).isFalse();
                    assertThat(change.evidence()).isEqualTo(new Evidence(60, 0, 0));
                });
    }

    @Test
    void goesBeyondTheEvidenceOnlyWithAnOverrideThatIsKept() {
        assertThatThrownBy(() -> levels.change(CARD, AutomationLevel.STRAIGHT_THROUGH, "we are sure", false, "nora"))
                .hasMessageContaining("one level at a time");
        assertThatThrownBy(() -> levels.change(CARD, AutomationLevel.SAMPLED, "  ", true, "nora"))
                .hasMessageContaining("Give the reason");
        levels.change(CARD, AutomationLevel.STRAIGHT_THROUGH, "we are sure", true, "nora");

        assertThat(tables.levelTable().changes(null, null, 0, 10))
                .singleElement()
                .matches(AutomationChange::overridden);
        assertThatThrownBy(() -> levels.change(CARD, AutomationLevel.STRAIGHT_THROUGH, "again", true, "nora"))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> levels.of("NO_SUCH_WORK")).hasMessageContaining("NO_SUCH_WORK");
    }

    @Test
    void fallsOneLevelByItselfWhenErrorsAreTooMany() {
        levels.change(CERTIFICATE, AutomationLevel.SAMPLED, "new form", false, "nora");
        reviewed(40, null);
        reviewed(2, Severity.MINOR);
        assertThat(levels.of(CERTIFICATE).setting().level()).isEqualTo(AutomationLevel.SAMPLED);

        reviewed(1, Severity.MINOR);

        assertThat(levels.of(CERTIFICATE)).satisfies(known -> {
            assertThat(known.setting().level()).isEqualTo(AutomationLevel.APPROVE_ALL);
            assertThat(known.note()).contains("Fell from sampled", "3 of the last 43", "limits");
        });
        assertThat(tables.levelTable().changes(AutomationChange.LEVEL, CERTIFICATE, 0, 1))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.automatic()).isTrue();
                    assertThat(change.by()).isEqualTo("throughline");
                    assertThat(change.evidence()).isEqualTo(new Evidence(43, 3, 0));
                });
        reviewed(1, Severity.MINOR);
        assertThat(levels.of(CERTIFICATE).setting().level())
                .as("the errors of the level before do not count again")
                .isEqualTo(AutomationLevel.APPROVE_ALL);
    }

    @Test
    void errorsOutsideTheWindowAreForgiven() {
        levels.change(CERTIFICATE, AutomationLevel.SAMPLED, "new form", false, "nora");
        reviewed(2, Severity.MAJOR);
        reviewed(50, null);
        reviewed(2, Severity.MAJOR);

        assertThat(levels.of(CERTIFICATE).setting().level()).isEqualTo(AutomationLevel.SAMPLED);
    }

    @Test
    void oneSevereErrorIsEnough() {
        reviewed(1, Severity.SEVERE);

        assertThat(levels.of(CERTIFICATE).setting().level()).isEqualTo(AutomationLevel.SAMPLED);
        assertThat(levels.of(CERTIFICATE).note()).contains("A severe error in SR-2026-000001");
        evidence.reviewed(next(), CERTIFICATE, AutomationLevel.STRAIGHT_THROUGH, Severity.SEVERE, "limits", "maria");
        assertThat(levels.of(CERTIFICATE).setting().level())
                .as("work of a level that is lost already costs no other")
                .isEqualTo(AutomationLevel.SAMPLED);
        levels.change(CERTIFICATE, AutomationLevel.STRAIGHT_THROUGH, "we are sure", true, "nora");
        evidence.reviewed(next(), CERTIFICATE, AutomationLevel.SAMPLED, Severity.SEVERE, "limits", "maria");
        assertThat(levels.of(CERTIFICATE).setting().level())
                .as("a severe error found late costs the level given since")
                .isEqualTo(AutomationLevel.SAMPLED);
    }

    @Test
    void fallsWhenTooMuchComesBackOfWhatWentAlone() {
        finishedAlone(200);
        for (int i = 0; i < 4; i++) {
            evidence.cameBack(next(), CERTIFICATE, "Blue Mesa", OutcomeKind.BOUNCED, "550 no such mailbox", null);
        }
        assertThat(levels.of(CERTIFICATE).setting().level()).isEqualTo(AutomationLevel.STRAIGHT_THROUGH);
        evidence.cameBack("SR-2026-000001", CERTIFICATE, "Blue Mesa", OutcomeKind.BOUNCED, "again", null);
        assertThat(levels.of(CERTIFICATE).evidence().cameBack())
                .as("once a request")
                .isEqualTo(4);

        evidence.cameBack(next(), CERTIFICATE, "Blue Mesa", OutcomeKind.REOPENED, "Revised: holderName", "maria");

        assertThat(levels.of(CERTIFICATE).setting().level()).isEqualTo(AutomationLevel.SAMPLED);
        assertThat(levels.of(CERTIFICATE).note()).contains("5 came back of 200");
    }

    private void finishedAlone(int times) {
        for (int i = 0; i < times; i++) {
            tables.jdbc()
                    .sql(
                            "insert into service_request (number, tenant_id, process_instance_id, work_type, status, route,"
                                    + " opened_at, closed_at, touched_by_person) values (?, 'harborline', ?, ?, 'DONE',"
                                    + " 'AUTOMATION', ?, ?, false)")
                    .params("D-" + i, "p" + i, CERTIFICATE, now(), now())
                    .update();
        }
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
    }

    @Test
    void comparesWhatAPersonDidInShadow() {
        levels.change(CARD, AutomationLevel.SHADOW, "new", false, "nora");
        String number = next();
        AutomationResult automation = new AutomationResult(Map.of("Decision", "issue", "Holder", "Bayline LLC"));
        evidence.propose(new Proposal(number, CARD, "Blue Mesa", AutomationLevel.SHADOW, automation));
        evidence.propose(new Proposal(number, CARD, "", AutomationLevel.SHADOW, AutomationResult.of("Decision", "no")));

        evidence.settle(number, new AutomationResult(Map.of("Decision", "issue", "Holder", "Bayline Inc")), "maria");
        evidence.settle(number, automation, "maria");

        assertThat(tables.found()).containsExactly("SHADOW_COMPARED false");
        assertThat(tables.jdbc()
                        .sql("select detail from automation_outcome")
                        .query(String.class)
                        .single())
                .isEqualTo("Holder: automation \"Bayline LLC\", person \"Bayline Inc\".");
        assertThat(levels.of(CARD).evidence()).isEqualTo(new Evidence(1, 1, 0));
    }

    @Test
    void whoDeclinesSaysNothingAboutTheRest() {
        assertThat(new AutomationResult(Map.of("Decision", "issue", "Holder", "Bayline LLC"))
                        .differences(AutomationResult.of("Decision", "decline")))
                .containsExactly("Decision: automation \"issue\", person \"decline\".");
    }
}
