package org.throughline.servicing.submission.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.Change;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.servicing.submission.CarrierSubmission;
import org.throughline.servicing.submission.CarrierSubmissions;
import org.throughline.servicing.submission.SubmissionState;
import org.throughline.servicing.submission.Submissions;

class JdbcCarrierSubmissionsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");

    private final ObjectMapper json = Jackson2ObjectMapperBuilder.json().build();
    private final CarrierSubmissions submissions = new JdbcCarrierSubmissions(
            JdbcClient.create(TestDatabase.migrated().jdbc()),
            json,
            TestAgency.PROFILE,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void plan() {
        submissions.add(Submissions.planned("1", CarrierChannel.API, NOW.minusSeconds(60)));
        submissions.add(Submissions.planned("2", CarrierChannel.PORTAL, NOW));
    }

    @Test
    void keepsWhatIsAsked() {
        CarrierSubmission planned = submissions.find("1").orElseThrow();

        assertThat(planned).isEqualTo(Submissions.planned("1", CarrierChannel.API, NOW.minusSeconds(60)));
        assertThat(submissions.byReference(Submissions.REQUEST + "-1")).contains(planned);
        assertThat(submissions.ofRequest(Submissions.REQUEST))
                .extracting(CarrierSubmission::id)
                .containsExactly("1", "2");
        assertThat(submissions.find("3")).isEmpty();
    }

    @Test
    void waitsFromTheFirstAnswerUntilTheLast() {
        assertThat(submissions.waitingOn("bmc gl 0448213")).as("planned only").isEmpty();

        submissions.answered("1", answer(Status.PENDING, "", null), null);
        assertThat(submissions.waitingOn("bmc gl 0448213")).singleElement().satisfies(waiting -> {
            assertThat(waiting.state()).isEqualTo(SubmissionState.WAITING);
            assertThat(waiting.submittedAt()).isEqualTo(NOW);
        });

        submissions.answered("1", answer(Status.CONFIRMED, "E-4711", List.of(change())), "maria");
        assertThat(submissions.waitingOn("BMC-GL-0448213")).isEmpty();
        CarrierSubmission confirmed = submissions.find("1").orElseThrow();
        assertThat(confirmed.state()).isEqualTo(SubmissionState.CONFIRMED);
        assertThat(confirmed.answer()).isEqualTo(answer(Status.CONFIRMED, "E-4711", List.of(change())));
        assertThat(confirmed.answeredBy()).isEqualTo("maria");
    }

    @Test
    void keepsTheCarriersNumberWhereALaterAnswerNamesNone() {
        submissions.answered("1", answer(Status.REFERRED, "JOB-1", null), null);
        submissions.answered("1", answer(Status.DECLINED, "", null), null);

        assertThat(submissions.find("1").orElseThrow().answer()).isEqualTo(answer(Status.DECLINED, "JOB-1", null));
    }

    @Test
    void saysWhyItEndedWithoutAnAnswer() {
        submissions.ended("1", SubmissionState.REFUSED, "Unknown policy");

        CarrierSubmission refused = submissions.find("1").orElseThrow();
        assertThat(refused.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(refused.whyEnded()).isEqualTo("Unknown policy");
        assertThat(refused.answer()).isNull();
    }

    @Test
    void cutsWordsWithoutEnd() {
        submissions.answered(
                "1", new SubmissionAnswer(Status.DECLINED, "x".repeat(500), "y".repeat(5000), null, null, null), null);

        assertThat(submissions.find("1").orElseThrow().answer()).satisfies(answer -> {
            assertThat(answer.message()).hasSize(2000);
            assertThat(answer.carrierReference()).hasSize(100);
        });
    }

    private static SubmissionAnswer answer(Status status, String reference, @Nullable List<Change> issued) {
        return new SubmissionAnswer(
                status, reference, "In its words", issued, new BigDecimal("120.50"), LocalDate.of(2026, 12, 1));
    }

    private static Change change() {
        return new Change(
                Change.Action.ADD,
                Change.Subject.ADDITIONAL_INSURED,
                "Gulfton Apartments LP",
                Map.of("form", "CG 20 10"));
    }
}
