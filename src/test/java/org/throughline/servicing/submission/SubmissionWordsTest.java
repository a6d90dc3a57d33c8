package org.throughline.servicing.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.Change;
import org.throughline.carrier.SubmissionAnswer;

class SubmissionWordsTest {

    @Test
    void saysEverythingThatIsAsked() {
        assertThat(SubmissionWords.block(Submissions.REQUEST, Submissions.gulfton(CarrierChannel.EMAIL)))
                .isEqualTo("""
                        Reference: SR-2026-000123
                        Request: Policy change request
                        Policy: BMC-GL-0448213
                        Insured: Okafor Plumbing & Drain, LLC
                        Line: GL, TX
                        Effective: 12/01/2026
                        Change: Add additional insured: Gulfton Apartments LP; city = Houston; form = CG 20 10
                        requestedBy: Denise Okafor

                        The lease asks for it <today>.""");
    }

    @Test
    void saysWhatTheCarrierSaid() {
        SubmissionAnswer confirmed = new SubmissionAnswer(
                SubmissionAnswer.Status.CONFIRMED,
                "E-4711",
                "Issued as requested.",
                List.of(new Change(
                        Change.Action.ADD, Change.Subject.ADDITIONAL_INSURED, "Gulfton Apartments LP", Map.of())),
                new BigDecimal("-1120.5"),
                LocalDate.of(2026, 12, 1));

        assertThat(SubmissionWords.answer("Blue Mesa", answered(confirmed))).isEqualTo("""
                        Blue Mesa has confirmed, its reference is E-4711.
                        Issued as requested.
                        Premium change: -$1,120.50
                        Effective: 12/01/2026
                        Issued:
                        Add additional insured: Gulfton Apartments LP""");
        assertThat(SubmissionWords.answer("Blue Mesa", answered(null))).isEqualTo("Blue Mesa has not answered yet.");
    }

    @Test
    void whatIsNotDecidedIsNoCoverage() {
        for (SubmissionAnswer.Status open :
                List.of(SubmissionAnswer.Status.PENDING, SubmissionAnswer.Status.REFERRED)) {
            assertThat(SubmissionWords.answer(
                            "Blue Mesa", answered(new SubmissionAnswer(open, "", "", null, null, null))))
                    .contains("no coverage");
        }
    }

    @Test
    void fitsIntoAVariable() {
        String long1 = "x".repeat(2000);
        SubmissionAnswer wordy = new SubmissionAnswer(
                SubmissionAnswer.Status.CONFIRMED,
                "1",
                long1,
                List.of(new Change(Change.Action.ADD, Change.Subject.MORTGAGEE, long1, Map.of("clause", long1))),
                null,
                null);

        assertThat(SubmissionWords.answer("Blue Mesa", answered(wordy))).hasSizeLessThan(4000);
    }

    private static CarrierSubmission answered(@Nullable SubmissionAnswer answer) {
        CarrierSubmission planned = Submissions.planned("1", CarrierChannel.API, Instant.EPOCH);
        return new CarrierSubmission(
                planned.id(),
                planned.requestNumber(),
                planned.reference(),
                planned.submission(),
                SubmissionState.WAITING,
                answer,
                null,
                null,
                planned.plannedAt(),
                null,
                null);
    }
}
