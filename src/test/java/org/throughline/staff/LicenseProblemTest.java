package org.throughline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.staff.LicenseProblem.Kind;

class LicenseProblemTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Staff staff =
            InMemoryStaff.ofPracticeAgency(Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneOffset.UTC));

    @Test
    void findsTheExpiredLicenseOfThePracticeAgency() {
        List<LicenseProblem> all = staff.all().stream()
                .flatMap(person -> LicenseProblem.of(person, TODAY).stream())
                .toList();

        assertThat(all).extracting(LicenseProblem::number).containsExactly("NM-3399001");
        assertThat(all.get(0).message()).isEqualTo("Expired on 2026-09-23.");
    }

    @Test
    void warnsSixtyDaysAhead() {
        StaffMember maria = staff.find("maria").orElseThrow();

        assertThat(LicenseProblem.of(maria, LocalDate.parse("2027-02-21"))).isEmpty();
        assertThat(LicenseProblem.of(maria, LocalDate.parse("2027-02-22")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.EXPIRING);
                    assertThat(problem.number()).isEqualTo("NJ-3300959");
                });
        assertThat(LicenseProblem.of(maria, LocalDate.parse("2027-04-23"))).isNotEmpty();
    }

    @Test
    void seesThatLicensesOfOtherStatesFallWithTheHomeLicense() {
        StaffMember maria = staff.find("maria").orElseThrow();

        assertThat(LicenseProblem.of(maria, LocalDate.parse("2027-08-24")))
                .extracting(LicenseProblem::kind)
                .contains(Kind.EXPIRED, Kind.NO_HOME_LICENSE);
    }
}
