package org.throughline.staff.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.staff.Appointment;
import org.throughline.staff.InMemoryAccounts;
import org.throughline.staff.InMemoryPartners;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.License;
import org.throughline.staff.StaffMember;
import org.throughline.staff.roster.ImportOutcome.Change;
import org.throughline.staff.roster.Roster.Actor;

class RosterFileTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneOffset.UTC);
    private static final Actor NORA = new Actor("nora", false);
    private static final String HEADER = StaffCsv.headers();

    private final InMemoryStaff staff = InMemoryStaff.ofPracticeAgency(NOW);
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final RosterFile file =
            new RosterFile(new Roster(staff, InMemoryPartners.ofPracticeAgency(), accounts, List::of), staff);

    @Test
    void readsWhatItWrites() {
        ImportOutcome outcome = file.dryRun(file.export(), null, NORA);

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.unchanged()).hasSameSizeAs(staff.all());
        assertThat(new String(file.export(), StandardCharsets.UTF_8))
                .startsWith("\uFEFF" + HEADER + "\r\n")
                .contains(
                        "\r\nangela,Angela Boyd,CSR (newly licensed),csr,angela@harborline.example,HOU,,account-managers,"
                                + "INTAKE;PERSONAL_LINES,en,360,America/Chicago,,true,TX-3308083,9900010,TX,true,PERSONAL_LINES,"
                                + "ACTIVE,2025-04-23,2027-09-23\r\n");
    }

    @Test
    void addsAndChangesPeopleAndKeepsTheirAppointments() {
        staff.update(withAppointment(staff.find("devon").orElseThrow()));
        String people = csv(
                "rosa,\"Díaz, Rosa\",Account manager,csr,,HOU,,account-managers;triage,CLAIMS,en;es,390,,"
                        + "\"Mon-Fri 8:00-12:00, 13:00-17:00\",,TX-1,9900099,TX,yes,PROPERTY;CASUALTY,ACTIVE,1/1/2026,1/31/2028",
                ",,,,,,,,,,,,,,9900099,9900099,GA,NO,casualty,active,2026-01-01,2028-01-31",
                "devon,Devon Reed,Front desk assistant,assistant,devon@harborline.example,HOU,,account-managers;triage,"
                        + "INTAKE;DOCUMENTS;ID_CARDS,en,300,America/Chicago,,true,,,,,,,,",
                "",
                "owen,Owen Pruitt,Claims assistant,assistant,owen@harborline.example,HOU,,claims-advocates,CLAIMS,en,400,"
                        + "America/Chicago,,TRUE,,,,,,,,");

        ImportOutcome outcome = file.take(people.getBytes(StandardCharsets.UTF_8), null, NORA);

        assertThat(outcome)
                .isEqualTo(new ImportOutcome(
                        3,
                        List.of("rosa"),
                        List.of(new Change("devon", List.of("capacityMinutes"))),
                        List.of("owen"),
                        List.of()));
        StaffMember rosa = staff.find("rosa").orElseThrow();
        assertThat(rosa.name()).isEqualTo("Díaz, Rosa");
        assertThat(rosa.licenses()).extracting(License::state).containsExactly("TX", "GA");
        assertThat(rosa.licenses().get(0).expires()).isEqualTo("2028-01-31");
        assertThat(staff.find("devon").orElseThrow().appointments()).hasSize(1);
        assertThat(accounts.followed).extracting(StaffMember::userId).containsExactly("rosa", "devon");
    }

    @Test
    void listsEveryErrorByLineAndColumnAndChangesNothing() {
        String good = "America/Chicago,,true";
        String people = csv(
                "rosa,Rosa,Manager,chief,rosa@,HOU,,attic,CLAIMS,en,lots," + good + ",TX-1,9900099,TX,true,PETS,ACTIVE,"
                        + "2026-02-30,2028-01-31",
                "rosa,Rose,,,,,,,,,,,,,LA-1,9900098,Louisiana,false,CASUALTY,ACTIVE,2026-01-01,2025-01-01",
                ",,,,,,,,,,,,,,,,,,,,,",
                "rosa,,,,,,,,,,,,,,,,,,,,,",
                "\"liam\",\"Liam \"\"Lee\"\"\nLane\",Producer,producer,,,,producers,,en,240," + good + ",,,,,,,,",
                "zoe,Zoe,Producer,producer,,,,producers,,en,240," + good
                        + ",TX-3300137,9900077,TX,true,CASUALTY,ACTIVE," + "2026-01-01,2028-01-31",
                "max,Max,Producer,producer,,,,producers,,en,240," + good + ",TX-9,9900077,TX,true,CASUALTY,ACTIVE,"
                        + "2026-01-01,2028-01-31,extra",
                "mia,Mia,Producer,producer,,,,producers,,en,240," + good + ",TX-8,9900077,TX,true,CASUALTY,ACTIVE,"
                        + "2026-01-01,2028-01-31",
                "nora,Nora Whitaker,Manager,csr,,,,triage,,en,120," + good + ",,,,,,,,");

        ImportRefused refused = catchThrowableOfType(
                ImportRefused.class, () -> file.take(people.getBytes(StandardCharsets.UTF_8), null, NORA));

        assertThat(refused.outcome().errors())
                .isSortedAccordingTo(Comparator.comparingInt(LineFault::line))
                .extracting(error -> error.line() + " " + error.column())
                .containsExactlyInAnyOrder(
                        "2 role",
                        "2 email",
                        "2 capacity_minutes",
                        "2 license_lines",
                        "2 license_effective",
                        "3 name",
                        "3 license_state",
                        "3 license_expires",
                        "5 ",
                        "6 name",
                        "8 license_number",
                        "9 ",
                        "10 npn",
                        "11 role");
        assertThat(file.dryRun(people.getBytes(StandardCharsets.UTF_8), null, NORA))
                .isEqualTo(refused.outcome());
        assertThat(accounts.followed).isEmpty();
        assertThat(staff.find("zoe")).isEmpty();
    }

    @Test
    void wantsEveryColumnOfTheHeaderAndNoOther() {
        String people = "user_id;name\r\nrosa;Rosa\r\n";

        List<LineFault> errors = errors(people.getBytes(StandardCharsets.UTF_8), null);

        assertThat(errors).extracting(LineFault::column).contains("user_id;name", "user_id", "license_expires");
        assertThat(errors).hasSize(1 + StaffColumn.values().length);
        assertThat(errors(new byte[0], null))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("is empty"));
        assertThat(errors((HEADER + ",name").getBytes(StandardCharsets.UTF_8), null))
                .containsExactly(new LineFault(1, "name", "The column is there twice. Remove one."));
    }

    @Test
    void readsTheEncodingsOfSpreadsheets() {
        String people = csv("rosa,Rosa Díaz,Manager,csr,,,,,,en,10,,,,,,,,,,,");

        for (byte[] bytes : List.of(
                people.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + people).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + people.replace("\r\n", "\n")).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + people).getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(file.dryRun(bytes, null, NORA).created()).containsExactly("rosa");
        }
        Charset ansi = Charset.forName("windows-1252");
        assertThat(file.dryRun(people.getBytes(ansi), ansi, NORA).created()).containsExactly("rosa");
        assertThat(errors(people.getBytes(ansi), null)).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.message()).contains("Save the file as \"CSV UTF-8\"");
        });
    }

    @Test
    void saysWhereAQuotationMarkIsMissing() {
        String people = csv(
                "owen,Owen Pruitt,Claims assistant,assistant,,HOU,,,,en,400,,,,,,,,,,,",
                "rosa,\"Rosa,Manager,csr,,,,,,en,10,,,,,,,,,,,");

        assertThat(errors(people.getBytes(StandardCharsets.UTF_8), null))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.line()).isEqualTo(3);
                    assertThat(error.message()).contains("quotation mark");
                });
    }

    private List<LineFault> errors(byte[] people, @Nullable Charset charset) {
        return file.dryRun(people, charset, NORA).errors();
    }

    private static String csv(String... rows) {
        return HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    private static StaffMember withAppointment(StaffMember person) {
        return new StaffMember(
                person.userId(),
                person.name(),
                person.title(),
                person.role(),
                person.email(),
                person.branch(),
                person.partner(),
                person.queues(),
                person.skills(),
                person.languages(),
                person.capacityMinutes(),
                person.licenses(),
                List.of(new Appointment("BMC", "TX", LocalDate.EPOCH, null)),
                person.timeZone(),
                person.workingHours(),
                person.active());
    }
}
