package org.throughline.staff.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.staff.InMemoryAccounts;
import org.throughline.staff.InMemoryPartners;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.StaffMember;
import org.throughline.staff.roster.PartnerEntry.WorkEntry;
import org.throughline.staff.roster.Roster.Actor;
import org.throughline.staff.roster.StaffEntry.AppointmentEntry;
import org.throughline.staff.roster.StaffEntry.LicenseEntry;

class RosterTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneOffset.UTC);
    private static final Actor NORA = new Actor("nora", false);
    private static final Actor ADMIN = new Actor("admin", true);

    private final InMemoryStaff staff = InMemoryStaff.ofPracticeAgency(NOW);
    private final InMemoryPartners partners = InMemoryPartners.ofPracticeAgency();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final Roster roster = new Roster(staff, partners, accounts, () -> List.of("ENDT_VEHICLE", "LOSS_RUNS"));

    @Test
    void addsAPersonWithLicensesAndAppointmentsAndALogin() {
        boolean added = roster.put(
                person(
                        "rosa",
                        "csr",
                        license("TX-1", "9900099", "TX", "true"),
                        license("9900099", "9900099", "LA", "false"),
                        license("9900099", "9900099", "GA", "no")),
                NORA);

        assertThat(added).isTrue();
        StaffMember rosa = staff.find("rosa").orElseThrow();
        assertThat(rosa.licenses()).hasSize(3);
        assertThat(rosa.appointments()).singleElement().satisfies(appointment -> {
            assertThat(appointment.carrier()).isEqualTo("BMC");
            assertThat(appointment.expires()).isNull();
        });
        assertThat(rosa.workingHours()).hasToString("Mon-Thu 08:00-17:00");
        assertThat(accounts.followed).containsExactly(rosa);
    }

    @Test
    void replacesAPersonAndMovesTheLogin() {
        roster.put(person("devon", "accounting"), NORA);

        assertThat(staff.find("devon").orElseThrow().role()).isEqualTo("accounting");
        assertThat(accounts.followed).extracting(StaffMember::role).containsExactly("accounting");
    }

    @Test
    void namesEveryFieldThatIsWrongAtOnce() {
        StaffEntry entry = new StaffEntry(
                "-x",
                " ",
                "=HYPERLINK(1)",
                "boss",
                "nobody",
                "Houston?",
                "keyline",
                List.of("account-managers", "attic"),
                List.of("CLAIMS", "(x)"),
                List.of("en", "english"),
                "1441",
                List.of(
                        new LicenseEntry(
                                "TX,1", "NPN", "Texas", "maybe", List.of(), "active?", "11/31/2026", "2026-13-01"),
                        new LicenseEntry(
                                "TX-1",
                                "9900099",
                                "TX",
                                "true",
                                List.of("CASUALTY", "PETS"),
                                "ACTIVE",
                                "2026-02-01",
                                "2026-01-01")),
                List.of(new AppointmentEntry("", "QQ", "", "2026-01-01")),
                "UTC+5",
                "whenever",
                "perhaps");

        List<Fault> faults = faults(entry, NORA);

        assertThat(faults)
                .extracting(Fault::field)
                .containsExactly(
                        "userId",
                        "name",
                        "title",
                        "role",
                        "email",
                        "branch",
                        "skills",
                        "languages",
                        "capacityMinutes",
                        "licenses[0].number",
                        "licenses[0].npn",
                        "licenses[0].state",
                        "licenses[0].resident",
                        "licenses[0].lines",
                        "licenses[0].status",
                        "licenses[0].effective",
                        "licenses[0].expires",
                        "licenses[1].lines",
                        "licenses[1].expires",
                        "appointments[0].carrier",
                        "appointments[0].state",
                        "appointments[0].effective",
                        "timeZone",
                        "workingHours",
                        "active");
        assertThat(faults)
                .extracting(Fault::message)
                .doesNotContainNull()
                .allSatisfy(message -> assertThat(message).endsWith("."));
        assertThat(staff.find("-x")).isEmpty();
        assertThat(accounts.followed).isEmpty();
    }

    @Test
    void keepsPartnersPeopleInPartnersQueues() {
        assertThat(faults(
                        new StaffEntry(
                                "ana",
                                "Ana",
                                "Specialist",
                                "partner",
                                null,
                                null,
                                "nobody",
                                List.of("account-managers"),
                                null,
                                null,
                                "400",
                                null,
                                null,
                                null,
                                null,
                                null),
                        NORA))
                .extracting(Fault::field)
                .containsExactly("partner", "queues");
        assertThat(faults(
                        new StaffEntry(
                                "devon",
                                "Devon",
                                "Clerk",
                                "csr",
                                null,
                                null,
                                "keyline",
                                List.of("partner-licensed"),
                                null,
                                null,
                                "400",
                                null,
                                null,
                                null,
                                null,
                                null),
                        NORA))
                .extracting(Fault::field)
                .containsExactly("partner", "queues");
    }

    @Test
    void refusesWhatIsSomebodyElses() {
        assertThat(faults(person("rosa", "csr", license("TX-3300137", "9900099", "TX", "true")), NORA))
                .containsExactly(new Fault(
                        "licenses[0].number",
                        "Is held by maria already. Correct the number, or remove it there first."));
        assertThat(faults(person("rosa", "csr", license("TX-77", "9900001", "TX", "true")), NORA))
                .extracting(Fault::message)
                .containsExactly("Is the NPN of maria. Correct one of the two.");
        assertThat(faults(person("Maria", "csr"), NORA))
                .extracting(Fault::field)
                .containsExactly("userId");
    }

    @Test
    void refusesLicensesThatContradictEachOther() {
        assertThat(faults(
                        person(
                                "rosa",
                                "csr",
                                license("TX-1", "9900099", "TX", "true"),
                                license("TX-1", "9900099", "TX", "true"),
                                license("LA-1", "9900098", "LA", "true")),
                        NORA))
                .extracting(Fault::field)
                .containsExactly("licenses[1].number", "licenses[2].npn", "licenses[2].resident");
    }

    @Test
    void leavesAdministratorsToAdministrators() {
        assertThat(faults(person("devon", "admin"), NORA))
                .extracting(Fault::field)
                .containsExactly("role");
        assertThat(faults(person("admin", "csr"), NORA))
                .extracting(Fault::field)
                .containsExactly("role");
        assertThatThrownBy(() -> roster.deactivate("admin", NORA)).isInstanceOf(EntryRefused.class);

        roster.put(person("devon", "admin"), ADMIN);

        assertThat(staff.find("devon").orElseThrow().role()).isEqualTo("admin");
    }

    @Test
    void letsNobodyTakeAwayTheirOwnAccess() {
        assertThat(faults(person("nora", "csr"), NORA)).extracting(Fault::field).containsExactly("role");
        assertThatThrownBy(() -> roster.deactivate("nora", NORA)).hasMessageContaining("your own access");

        roster.put(person("nora", "manager"), NORA);

        assertThat(staff.find("nora").orElseThrow().title()).isEqualTo("Account manager");
    }

    @Test
    void leavesALoginThatIsNobodysToAnAdministrator() {
        accounts.others.add("robot");

        assertThat(faults(person("robot", "csr"), NORA))
                .extracting(Fault::field)
                .containsExactly("userId");
        assertThat(roster.put(person("robot", "csr"), ADMIN)).isTrue();
    }

    @Test
    void deactivatesAndKeepsTheRecord() {
        assertThat(roster.deactivate("maria", NORA)).isPresent();

        StaffMember maria = staff.find("maria").orElseThrow();
        assertThat(maria.active()).isFalse();
        assertThat(maria.licenses()).hasSize(7);
        assertThat(accounts.followed).containsExactly(maria);
        assertThat(roster.deactivate("nobody", NORA)).isEmpty();
    }

    @Test
    void keepsAPartnerThatIsWellFormed() {
        assertThat(roster.putPartner(partner("alder", work("ENDT_VEHICLE", "14.00"), work("LOSS_RUNS", "9")), NORA))
                .isTrue();

        assertThat(partners.offers("LOSS_RUNS", "TX", "GL")).hasSize(2);
        assertThat(roster.putPartner(partner("alder"), NORA)).isFalse();
    }

    @Test
    void namesEveryFieldOfAPartnerThatIsWrong() {
        PartnerEntry entry = new PartnerEntry(
                "Alder & Sons",
                "",
                "Chicago",
                "Mon-Fri",
                "0",
                "many",
                "a b",
                "maybe",
                List.of(
                        new WorkEntry("ENDT_BOAT", "triage", List.of("ALL", "ZZ"), List.of(), "-1", "DOLLAR", "each"),
                        work("LOSS_RUNS", "1"),
                        work("loss_runs", "2")));

        EntryRefused refused = catchThrowableOfType(EntryRefused.class, () -> roster.putPartner(entry, NORA));

        assertThat(refused.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "id",
                        "name",
                        "timeZone",
                        "workingHours",
                        "acceptByMinutes",
                        "capacityPerDay",
                        "workerAccount",
                        "active",
                        "work[0].workType",
                        "work[0].queue",
                        "work[0].states",
                        "work[0].lines",
                        "work[0].price",
                        "work[0].currency",
                        "work[0].unit",
                        "work[2].workType");
    }

    private List<Fault> faults(StaffEntry entry, Actor by) {
        return catchThrowableOfType(EntryRefused.class, () -> roster.put(entry, by))
                .faults();
    }

    private static StaffEntry person(String userId, String role, LicenseEntry... licenses) {
        return new StaffEntry(
                userId,
                "Rosa Díaz",
                "Account manager",
                role,
                "rosa@harborline.example",
                "HOU",
                null,
                List.of("account-managers"),
                List.of("claims", "small commercial"),
                List.of("EN", "es"),
                "390",
                List.of(licenses),
                List.of(new AppointmentEntry("BMC", "TX", "1/31/2026", null)),
                "America/Denver",
                "Mon-Thu 8:00-17:00",
                null);
    }

    private static LicenseEntry license(String number, String npn, String state, String resident) {
        return new LicenseEntry(
                number, npn, state, resident, List.of("property", "CASUALTY"), "active", "2026-01-01", "2028-01-31");
    }

    private static PartnerEntry partner(String id, WorkEntry... work) {
        return new PartnerEntry(
                id, "Alder & Sons", "America/Chicago", "Mon-Fri 07:00-19:00", "120", "60", null, null, List.of(work));
    }

    private static WorkEntry work(String workType, String price) {
        return new WorkEntry(
                workType, "partner-licensed", List.of("TX", "GA"), List.of("ALL"), price, "USD", "REQUEST");
    }
}
