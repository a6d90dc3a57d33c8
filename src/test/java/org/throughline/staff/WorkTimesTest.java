package org.throughline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.throughline.platform.TestAgency;

class WorkTimesTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneOffset.UTC);

    private final Staff staff = InMemoryStaff.ofPracticeAgency(NOW);
    private final WorkTimes times = new WorkTimes(TestAgency.PROFILE, InMemoryPartners.ofPracticeAgency());

    @Test
    void takesThePartnersHoursForItsPeople() {
        StaffMember ana = staff.find("ana").orElseThrow();

        assertThat(times.hoursOf(ana)).hasToString("Mon-Fri 07:00-19:00");
        assertThat(times.isOpen(ana, Instant.parse("2026-11-24T00:30:00Z"))).isTrue();
        assertThat(times.minutesBetween(
                        ana, Instant.parse("2026-11-24T00:30:00Z"), Instant.parse("2026-11-24T14:00:00Z")))
                .isEqualTo(90);
    }

    @Test
    void takesTheAgencysHoursOnTheClocksOfThePersonsBranch() {
        StaffMember grace = staff.find("grace").orElseThrow();

        assertThat(times.hoursOf(grace)).isEqualTo(WorkingHours.of(TestAgency.PROFILE.hours()));
        assertThat(times.zoneOf(grace)).isEqualTo(ZoneId.of("America/New_York"));
    }
}
