package org.throughline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.staff.LicenseGate.Verdict;

class StaffLicenseGateTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneId.of("America/Chicago"));

    private final LicenseGate gate = new StaffLicenseGate(InMemoryStaff.ofPracticeAgency(NOW), NOW);

    @Test
    void allowsALicensedPersonAndNamesTheLicense() {
        Verdict verdict = gate.check("maria", "TX", Set.of("CASUALTY"));

        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.evidence()).isEqualTo("TX-3300137");
    }

    @Test
    void refusesAPersonWithoutAnyLicense() {
        Verdict verdict = gate.check("devon", "TX", Set.of("CASUALTY"));

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.reason())
                .isEqualTo("Devon Reed holds no active license. This step needs CASUALTY (TX)."
                        + " Ask a licensed colleague, or return the task to the queue.");
    }

    @Test
    void refusesInAStateWithoutALicense() {
        assertThat(gate.check("maria", "OR", Set.of("CASUALTY")).reason())
                .startsWith("Maria Santos holds no active license in OR.");
        assertThat(gate.check("priya", "OR", Set.of("CASUALTY")).allowed()).isTrue();
    }

    @Test
    void refusesAnExpiredLicense() {
        assertThat(gate.check("hector", "NM", Set.of("CASUALTY")).reason())
                .startsWith("Hector Villanueva's license NM-3399001 expired on 2026-09-23.");
    }

    @Test
    void refusesALineThatTheLicenseLacks() {
        assertThat(gate.check("angela", "TX", Set.of("CASUALTY")).reason())
                .startsWith("Angela Boyd's license TX-3308083 (PERSONAL_LINES) does not cover CASUALTY.");
    }

    @Test
    void letsPropertyAndCasualtyDoPersonalLines() {
        assertThat(gate.check("maria", "TX", Set.of("PERSONAL_LINES")).allowed())
                .isTrue();
        assertThat(gate.check("maria", "TX", Set.of("SURPLUS_LINES")).allowed()).isFalse();
    }

    @Test
    void takesAnyResidentLicenseWhereTheStateIsUnknown() {
        assertThat(gate.check("maria", null, Set.of("CASUALTY")).evidence()).isEqualTo("TX-3300137");
        assertThat(gate.check("devon", null, Set.of()).allowed()).isFalse();
    }

    @Test
    void refusesWhoeverIsNotOnTheList() {
        assertThat(gate.check("mallory", "TX", Set.of()).reason()).startsWith("mallory is not on the list of staff");
    }

    @Test
    void endsWithTheLicense() {
        Clock inAYear = Clock.fixed(Instant.parse("2027-11-23T20:05:00Z"), ZoneId.of("America/Chicago"));
        LicenseGate later = new StaffLicenseGate(InMemoryStaff.ofPracticeAgency(NOW), inAYear);

        assertThat(later.check("maria", "TX", Set.of("CASUALTY")).reason()).contains("expired on 2027-08-23");
    }

    @Test
    void refusesWhoeverLeft() {
        InMemoryStaff staff = InMemoryStaff.ofPracticeAgency(NOW);
        StaffMember maria = staff.find("maria").orElseThrow();
        staff.update(maria.deactivated());

        assertThat(new StaffLicenseGate(staff, NOW)
                        .check("maria", "TX", Set.of("CASUALTY"))
                        .reason())
                .startsWith("Maria Santos does not work here any more.");
    }
}
