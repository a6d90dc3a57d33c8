package org.throughline.servicing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.Change;
import org.throughline.carrier.SubmissionAnswer;

class CompareIssuedTest {

    private final CarrierSubmissions submissions = mock();
    private final CompareIssued comparing = new CompareIssued(submissions, Submissions.carriers());

    @Test
    void issuedAsAskedProvesItself() {
        CompareIssued.Result result =
                compare(Submissions.gulfton(CarrierChannel.API).changes(), LocalDate.of(2026, 12, 1));

        assertThat(result.asAsked()).isTrue();
        assertThat(result.differences()).isEmpty();
        assertThat(result.evidence())
                .isEqualTo("Blue Mesa confirmed under E-4711: Policy change request, policy BMC-GL-0448213,"
                        + " effective 2026-12-01.");
    }

    @Test
    void aConfirmationThatDoesNotSayWhatIsNotEnough() {
        CompareIssued.Result result = compare(null, null);

        assertThat(result.asAsked()).isFalse();
        assertThat(result.differences()).contains("does not say what it issued");
    }

    @Test
    void namesEveryDifference() {
        Change without = new Change(
                Change.Action.ADD,
                Change.Subject.ADDITIONAL_INSURED,
                "GULFTON APARTMENTS, LP",
                Map.of("city", "Houston", "form", "CG 20 26"));

        CompareIssued.Result result = compare(List.of(without), LocalDate.of(2026, 12, 5));

        assertThat(result.asAsked()).isFalse();
        assertThat(result.differences().lines().toList()).hasSize(2);
        assertThat(result.differences())
                .contains("asked 2026-12-01, issued 2026-12-05")
                .contains("asked for \"CG 20 10\", issued \"CG 20 26\"");
    }

    private CompareIssued.Result compare(@Nullable List<Change> issued, @Nullable LocalDate effective) {
        CarrierSubmission planned = Submissions.planned("1", CarrierChannel.API, Instant.EPOCH);
        when(submissions.get("1"))
                .thenReturn(new CarrierSubmission(
                        "1",
                        planned.requestNumber(),
                        planned.reference(),
                        planned.submission(),
                        SubmissionState.CONFIRMED,
                        new SubmissionAnswer(SubmissionAnswer.Status.CONFIRMED, "E-4711", "", issued, null, effective),
                        null,
                        null,
                        planned.plannedAt(),
                        null,
                        null));
        return comparing.compare("1");
    }
}
