package org.throughline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LicenseRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final License HOME = license("TX-1", "TX", true, TODAY.plusYears(1), "PROPERTY", "CASUALTY");
    private static final License AWAY = license("NM-2", "NM", false, TODAY.plusYears(1), "PROPERTY", "CASUALTY");

    @Test
    void dropsANonResidentLicenseWhoseResidentLicenseLapsed() {
        License lapsed = license("TX-1", "TX", true, TODAY.minusDays(1), "PROPERTY", "CASUALTY");

        assertThat(reason(person(true, lapsed, AWAY), need("NM", null)))
                .startsWith("Maria Santos's license NM-2 is non-resident, and it falls with the resident license TX-1,"
                        + " which expired on 2026-11-24. This step needs CASUALTY (NM). Ask a licensed colleague");
        assertThat(reason(person(true, AWAY), need("NM", null))).contains("no resident license is on file");
        assertThat(reason(person(true, HOME, AWAY), need("NM", null))).isNull();
    }

    @Test
    void holdsOnTheLastDayAndNoLonger() {
        StaffMember maria = person(true, HOME);
        LicenseNeed need = need("TX", null);

        assertThat(LicenseRules.check(maria, need, HOME.expires()).allowed()).isTrue();
        assertThat(LicenseRules.check(maria, need, HOME.expires().plusDays(1)).reason())
                .contains("TX-1 expired on 2027-11-25", "Renew it, or ask a licensed colleague.");
        assertThat(LicenseRules.check(maria, need, HOME.effective().minusDays(1))
                        .reason())
                .contains("is not effective before");
    }

    @Test
    void asksForTheCarriersAppointmentInTheState() {
        StaffMember maria = person(true, HOME, AWAY);

        assertThat(reason(maria, need("TX", "BMC"))).isNull();
        assertThat(reason(maria, need("NM", "BMC")))
                .startsWith("Maria Santos is not appointed with BMC in NM.")
                .endsWith("have the carrier's appointment entered in the staff list.");
        assertThat(LicenseRules.check(maria, new LicenseNeed("TX", Set.of(), true, null), TODAY)
                        .reason())
                .contains("the request names no carrier", "Have it filled in first.");
    }

    @Test
    void refusesWhoeverLeft() {
        assertThat(reason(person(false, HOME), need("TX", null)))
                .startsWith("Maria Santos does not work here any more.");
    }

    @Test
    void putsTwoLicensesOfOneStateTogether() {
        License property = license("TX-1", "TX", true, TODAY, "PROPERTY");
        License casualty = license("TX-2", "TX", true, TODAY, "CASUALTY");
        StaffMember both = person(true, property, casualty);
        LicenseNeed family = LicenseNeed.license("TX", Set.of("PERSONAL_LINES"));

        assertThat(LicenseRules.check(both, family, TODAY).evidence()).isEqualTo("TX-1+TX-2");
        assertThat(LicenseRules.check(person(true, property), family, TODAY).reason())
                .startsWith("Maria Santos's license TX-1 (PROPERTY) does not cover PERSONAL_LINES.");
    }

    private static @Nullable String reason(StaffMember person, LicenseNeed need) {
        return LicenseRules.check(person, need, TODAY).reason();
    }

    private static LicenseNeed need(String state, @Nullable String carrier) {
        return new LicenseNeed(state, Set.of("CASUALTY"), carrier != null, carrier);
    }

    private static License license(String number, String state, boolean resident, LocalDate expires, String... lines) {
        return new License(number, "1", state, resident, List.of(lines), "ACTIVE", TODAY.minusYears(1), expires);
    }

    private static StaffMember person(boolean active, License... licenses) {
        return new StaffMember(
                "maria",
                "Maria Santos",
                "",
                "csr",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(licenses),
                List.of(new Appointment("BMC", "TX", TODAY, null)),
                null,
                null,
                active);
    }
}
