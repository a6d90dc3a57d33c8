package org.throughline.servicing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.throughline.carrier.CarrierChannel;
import org.throughline.servicing.submission.Chasing.Next;
import org.throughline.staff.calendar.TestCalendars;

class ChasingTest {

    /** The Wednesday before Thanksgiving, ten in the morning at the agency. */
    private static final Instant SUBMITTED = Instant.parse("2026-11-25T16:00:00Z");

    private static final ZoneId HOUSTON = ZoneId.of("America/Chicago");

    private final Chasing chasing = new Chasing(TestCalendars.harborline(), Clock.fixed(SUBMITTED, HOUSTON));

    @Test
    void countsBusinessDaysFromTheSubmission() {
        assertThat(next(CarrierChannel.EMAIL, "1D,3D", 0))
                .as("neither Thanksgiving nor the Friday after it nor the weekend")
                .isEqualTo(new Next(Instant.parse("2026-11-30T14:00:00Z"), false));
        assertThat(next(CarrierChannel.EMAIL, "1D,3D", 1))
                .isEqualTo(new Next(Instant.parse("2026-12-02T14:00:00Z"), false));
    }

    @Test
    void runsADurationDayAndNight() {
        assertThat(next(CarrierChannel.API, "PT2M, PT10H", 1))
                .isEqualTo(new Next(Instant.parse("2026-11-26T02:00:00Z"), false));
    }

    @Test
    void givesItToAPersonOnceTheStepsAreTaken() {
        assertThat(next(CarrierChannel.API, "PT2M", 1))
                .isEqualTo(new Next(Instant.parse("2026-12-01T14:00:00Z"), true));
        assertThat(next(CarrierChannel.API, "", 0).byHand()).isTrue();
        assertThat(chasing.next(Submissions.submitted("1", CarrierChannel.EMAIL, SUBMITTED), "", 3, 0))
                .as("as many business days as the table says")
                .isEqualTo(new Next(Instant.parse("2026-12-02T14:00:00Z"), true));
    }

    @Test
    void aPersonLooksAtAWebsiteFromTheFirst() {
        assertThat(next(CarrierChannel.PORTAL, "1D", 0))
                .isEqualTo(new Next(Instant.parse("2026-11-30T14:00:00Z"), true));
    }

    @Test
    void namesAStepThatNobodyCanRead() {
        assertThatThrownBy(() -> next(CarrierChannel.EMAIL, "1D,soon", 0))
                .hasMessageContaining("\"soon\"")
                .hasMessageContaining("Carrier channel");
        assertThatThrownBy(() -> next(CarrierChannel.EMAIL, "-PT5M", 0)).hasMessageContaining("-PT5M");
    }

    private Next next(CarrierChannel channel, String ladder, int taken) {
        return chasing.next(Submissions.submitted("1", channel, SUBMITTED), ladder, 2, taken);
    }
}
