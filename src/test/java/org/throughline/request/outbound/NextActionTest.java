package org.throughline.request.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.request.outbound.WriteSteps.InHand;
import org.throughline.request.outbound.WriteSteps.WaitingTask;

class NextActionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final WaitingTask OTHER = new WaitingTask("t-1", "Review certificate", null);
    private static final WaitingTask DECIDES = new WaitingTask("t-2", "Resolve refused write", "w-1");

    @ParameterizedTest
    @EnumSource(names = {"DONE", "ACCEPTED", "ABANDONED"})
    void saysNothingOfWhatIsSettled(WriteStatus status) {
        assertThat(next(status, running(null, null, true, OTHER))).isEqualTo(new NextAction(null, null, false));
    }

    @Test
    void namesTheTaskThatDecidesAboutARefusal() {
        NextAction next = next(WriteStatus.REJECTED, running(null, null, false, OTHER, DECIDES));

        assertThat(next.words()).isEqualTo("Waits for a person: Resolve refused write");
        assertThat(next.link()).endsWith("/tasklist/default/#/?task=t-2");
        assertThat(next.retry()).isFalse();
        assertThat(next(WriteStatus.REJECTED, running(null, null, false, OTHER)).words())
                .isEqualTo("Waits for a person: Review certificate");
        assertThat(next(WriteStatus.REJECTED, InHand.NOTHING).words()).startsWith("Refused, and no task decides");
    }

    @Test
    void namesTheTaskThatDecidesAboutAConflict() {
        assertThat(next(WriteStatus.CONFLICT, running(null, null, false, OTHER, DECIDES))
                        .link())
                .endsWith("/tasklist/default/#/?task=t-2");
        assertThat(next(WriteStatus.CONFLICT, InHand.NOTHING)).satisfies(next -> {
            assertThat(next.words()).startsWith("The far end holds another value, and no task decides");
            assertThat(next.retry()).isFalse();
        });
    }

    @Test
    void saysWhenItIsTriedAgain() {
        assertThat(next(WriteStatus.UNKNOWN, running(null, NOW.plusSeconds(42 * 60), false)))
                .isEqualTo(new NextAction("Tried again at 10:42 AM", null, true));
        assertThat(next(WriteStatus.PLANNED, running(null, NOW.plusSeconds(86_400), false))
                        .words())
                .isEqualTo("Tried again at 10:00 AM on November 24");
    }

    @Test
    void leadsToTheIncident() {
        NextAction next = next(WriteStatus.PLANNED, running("i-1", NOW.plusSeconds(60), true, OTHER));

        assertThat(next.words()).isEqualTo("Failed for good: retry or look at the incident");
        assertThat(next.link()).contains("/process-instance/i-1/");
        assertThat(next.retry()).isTrue();
    }

    @Test
    void tellsWhatComesBeforeAStepThatHasNotCome() {
        assertThat(next(WriteStatus.PLANNED, running(null, null, true)).words()).isEqualTo("Tried in a moment");
        assertThat(next(WriteStatus.PLANNED, running(null, null, false, OTHER)).words())
                .isEqualTo("Its step comes later; now waits for a person: Review certificate");
        assertThat(next(WriteStatus.PLANNED, running(null, null, false)).words())
                .isEqualTo("Its step comes later");
        assertThat(next(WriteStatus.PLANNED, InHand.NOTHING).words()).startsWith("Nothing tries it any more");
    }

    private static InHand running(
            @Nullable String failedIn, @Nullable Instant nextTry, boolean dueNow, WaitingTask... tasks) {
        return new InHand(true, failedIn, nextTry, dueNow, List.of(tasks));
    }

    private static NextAction next(WriteStatus status, InHand inHand) {
        OutboundWrite write = new OutboundWrite(
                "w-1",
                "SR-2026-000001",
                1,
                WriteKind.AMS_NOTE,
                "SR-2026-000001-1",
                "{}",
                status,
                1,
                null,
                null,
                NOW,
                null);
        return NextAction.of(write, inHand, NOW, ZONE);
    }
}
