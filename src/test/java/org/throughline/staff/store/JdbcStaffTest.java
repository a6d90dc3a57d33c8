package org.throughline.staff.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.staff.Absence;
import org.throughline.staff.Appointment;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.License;
import org.throughline.staff.StaffMember;
import org.throughline.staff.WorkingHours;

class JdbcStaffTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:05:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final JdbcStaff staff =
            new JdbcStaff(JdbcClient.create(TestDatabase.migrated().jdbc()), CLOCK, TestAgency.PROFILE);

    @Test
    void keepsThePracticeAgencysPeople() {
        List<StaffMember> people = InMemoryStaff.ofPracticeAgency(CLOCK).all();

        staff.add(people);
        staff.add(people);

        assertThat(staff.all()).hasSameSizeAs(people);
        StaffMember grace = staff.find("grace").orElseThrow();
        assertThat(grace.licenses()).hasSize(7);
        assertThat(grace.appointments()).isEmpty();
        assertThat(grace.timeZone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(grace.active()).isTrue();
    }

    @Test
    void replacesAPersonWithAllThatThePersonHolds() {
        staff.add(InMemoryStaff.ofPracticeAgency(CLOCK).all());
        License oregon = new License(
                "9900001", "9900001", "OR", true, List.of("CASUALTY"), "ACTIVE", LocalDate.EPOCH, LocalDate.EPOCH);
        License washington = new License(
                "9900001", "9900001", "WA", false, List.of("CASUALTY"), "ACTIVE", LocalDate.EPOCH, LocalDate.EPOCH);
        StaffMember left = new StaffMember(
                "maria",
                "Maria Cruz",
                "Account manager",
                "csr",
                null,
                null,
                null,
                List.of(),
                List.of("CLAIMS"),
                List.of("es"),
                100,
                List.of(oregon, washington),
                List.of(
                        new Appointment("BMC", "OR", LocalDate.EPOCH, null),
                        new Appointment("SRM", "OR", LocalDate.EPOCH, LocalDate.EPOCH)),
                ZoneId.of("America/Denver"),
                WorkingHours.parse("Mon-Thu 08:00-16:00"),
                false);

        staff.update(left);

        assertThat(staff.find("maria")).contains(left);
        assertThat(staff.all()).contains(left);
    }

    @Test
    void knowsWhoIsAbsent() {
        Absence now = new Absence("a-1", "maria", NOW, NOW.plusSeconds(60), "Vacation");
        Absence over = new Absence("a-2", "priya", NOW.minusSeconds(60), NOW, "Training");
        staff.addAbsence(now);
        staff.addAbsence(over);

        assertThat(staff.absentNow()).containsExactly("maria");
        assertThat(staff.absences(NOW.minusSeconds(30), NOW.plusSeconds(30))).containsExactly(over, now);
        assertThat(staff.absences(NOW.plusSeconds(60), NOW.plusSeconds(90))).isEmpty();
        assertThat(staff.removeAbsence("priya", "a-1")).isFalse();
        assertThat(staff.removeAbsence("maria", "a-1")).isTrue();
        assertThat(staff.absentNow()).isEmpty();
    }
}
