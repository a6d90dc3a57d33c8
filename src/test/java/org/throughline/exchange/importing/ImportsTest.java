package org.throughline.exchange.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;
import org.throughline.ams.ClientBook.Source;
import org.throughline.ams.ClientIndex.IndexedClient;
import org.throughline.ams.ClientIndex.IndexedContact;
import org.throughline.ams.ClientIndex.IndexedPolicy;
import org.throughline.ams.index.TestClientBook;
import org.throughline.ams.index.TestClientBook.AmsClient;
import org.throughline.exchange.ExchangeField;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.ExchangeProperties;
import org.throughline.exchange.exporting.ExportQuery;
import org.throughline.exchange.exporting.Exports;
import org.throughline.exchange.importing.ImportReport.Effect;
import org.throughline.exchange.importing.ImportReport.RowEffect;
import org.throughline.exchange.importing.ImportReport.RowProblem;
import org.throughline.exchange.mapping.ColumnPlan.Use;
import org.throughline.exchange.mapping.ImportMapping;
import org.throughline.exchange.mapping.ImportMapping.Column;
import org.throughline.exchange.spreadsheet.SheetWriter;
import org.throughline.exchange.spreadsheet.UnreadableSheet;
import org.throughline.platform.MovingClock;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

/** Clients and policies from files into the index, beside a system that has its own. */
@SuppressWarnings("NullAway")
class ImportsTest {

    private static final String CLIENTS = """
            Clients as of November,,,,,,
            ,,,,,,
            Account #,Insured,State,E-Mail,Phone,Type,Mood
            1001,Bayou Boats LLC,TX,office@bayouboats.example; ed@bayouboats.example,(713) 555-0142,Commercial,good
            1002,"Ruiz, Elena",Louisiana,elena@ruiz.example,,personal,fair
            """;
    private static final ExportQuery ALL = new ExportQuery(null, null, null, null, null, null);

    private final MovingClock clock = new MovingClock();
    private final TestClientBook clients = new TestClientBook(TestDatabase.migrated(), clock);
    private final Imports imports = new Imports(
            clients.book(),
            null,
            null,
            null,
            new ExchangeProperties(DataSize.ofMegabytes(10), DataSize.ofMegabytes(200), 20, 5),
            clock);

    @BeforeEach
    void fillTheIndexFromTheSystem() {
        clients.ams(
                new AmsClient("11890", "Ridgeway Landscaping LLC", "curtis@ridgeway.example", "BMC-GL-0377120"),
                new AmsClient("1001", "Marin Framing LLC", "lmarin@marinframing.example", "BMC-GL-0513370"));
    }

    @Test
    void triesWithoutDoing() {
        ImportReport trial = run(ExchangeKind.CLIENTS, CLIENTS, true);

        assertThat(trial.rows()).isEqualTo(2);
        assertThat(trial.added()).isEqualTo(2);
        assertThat(trial.accepted()).isEqualTo(2);
        assertThat(trial.headingRow()).isEqualTo(3);
        assertThat(trial.effects())
                .containsExactly(
                        new RowEffect(4, "1001", Effect.ADDED, null), new RowEffect(5, "1002", Effect.ADDED, null));
        assertThat(trial.columns().stream()
                        .filter(column -> column.use() == Use.NOT_RECOGNIZED)
                        .map(column -> column.heading()))
                .containsExactly("Mood");
        assertThat(clients.book().read().entries()).hasSize(2);

        ImportReport done = run(ExchangeKind.CLIENTS, CLIENTS, false);
        assertThat(done.effects()).isEqualTo(trial.effects());
        assertThat(clients.book().read().entries()).hasSize(4);
    }

    @Test
    void identifiesSendersWhomTheSystemDoesNotHave() {
        run(ExchangeKind.CLIENTS, CLIENTS, false);
        run(ExchangeKind.POLICIES, """
                Policy Number;Account No;LOB;Eff Date;Exp Date
                LNI-GL-0091;1001;General Liability;01/15/2026;01/15/2027
                LNI-WC-0092;1001;Workers' Compensation;2027-01-01;2028-01-01
                """, false);

        IndexedClient found = clients.index().byEmail("ED@bayouboats.example").get(0);
        assertThat(found.clientId()).isEqualTo("SHEET-1001");
        assertThat(found.contacts())
                .contains(new IndexedContact("Bayou Boats LLC", "ed@bayouboats.example", "(713) 555-0142", false));
        assertThat(found.policies())
                .containsExactlyInAnyOrder(
                        new IndexedPolicy("LNI-GL-0091", List.of("GL"), "TX", true, false),
                        new IndexedPolicy("LNI-WC-0092", List.of("WC"), "TX", false, false));
        assertThat(clients.index().byPolicyNumbers(List.of("lni gl 0091"))).contains(found);
        assertThat(clients.index().namedIn("for Bayou Boats, please")).contains(found);
        IndexedClient elena = clients.index().byEmail("elena@ruiz.example").get(0);
        assertThat(elena.commercial()).isFalse();
        assertThat(elena.state()).isEqualTo("LA");

        clock.advance(Duration.ofDays(60));
        clients.ams(new AmsClient("11890", "Ridgeway Landscaping LLC", "curtis@ridgeway.example", "BMC-GL-0377120"));
        assertThat(clients.index().byId("1001")).isEmpty();
        assertThat(clients.index().byId("SHEET-1001").orElseThrow().policies())
                .extracting(IndexedPolicy::number, IndexedPolicy::inForce)
                .containsExactlyInAnyOrder(tuple("LNI-GL-0091", false), tuple("LNI-WC-0092", true));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        run(ExchangeKind.CLIENTS, CLIENTS, false);

        ImportReport again = run(ExchangeKind.CLIENTS, CLIENTS, false);
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.added() + again.changed() + again.refused()).isZero();

        ImportReport other = run(ExchangeKind.CLIENTS, CLIENTS.replace("555-0142", "555-0143"), false);
        assertThat(other.changed()).isEqualTo(1);
        assertThat(other.unchanged()).isEqualTo(1);
        assertThat(clients.index().byPhone("7135550142")).isEmpty();
        assertThat(clients.index().byPhone("7135550143")).hasSize(1);
    }

    @Test
    void leavesToTheSystemWhatItHas() {
        ImportReport report = run(ExchangeKind.CLIENTS, """
                client no,name,email
                1001,Marin Framing,someone@else.example
                77,RIDGEWAY LANDSCAPING,curtis@ridgeway.example
                1001,Other Numbering Inc,other@numbering.example
                """, false);

        assertThat(report.effects())
                .extracting(RowEffect::effect)
                .containsExactly(Effect.IN_AMS, Effect.IN_AMS, Effect.ADDED);
        assertThat(report.effects().get(1).detail())
                .contains("The agency management system has this client as Ridgeway Landscaping LLC (11890)");

        ImportReport apart = run(
                ExchangeKind.CLIENTS,
                "client no,name,email,source\n1001,Marin Framing,a@b.example,\n5,X Co,x@y.example,AMS\n",
                false);
        assertThat(apart.inAms()).isEqualTo(2);
        assertThat(clients.index().byEmail("a@b.example")).isEmpty();
    }

    @Test
    void usesTheSystemsClientOnceThereIsOne() {
        run(ExchangeKind.CLIENTS, CLIENTS, false);
        clients.ams(new AmsClient("555", "Bayou Boats", "office@bayouboats.example", "LNI-GL-0091"));

        assertThat(clients.index().byEmail("office@bayouboats.example"))
                .extracting(IndexedClient::clientId)
                .containsExactly("555");
        assertThat(clients.index().byEmail("elena@ruiz.example")).hasSize(1);
        assertThat(run(ExchangeKind.CLIENTS, CLIENTS, true).inAms()).isEqualTo(1);
    }

    @Test
    void refusesRowsOneByOneWithWhatToDo() {
        ImportReport report = run(ExchangeKind.CLIENTS, """
                Client number,Client name,State,E-mail,Phone,Commercial,Authorized
                1,,TX,,,,
                2,Two Inc,Texass,not-an-address,12,perhaps,
                3,Three Inc,tx,three@three.example,,yes,yes
                3,Three again,TX,,,,
                4,=HYPERLINK("http://x"),TX,,,,
                """, false);

        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(4);
        assertThat(report.problems())
                .extracting(RowProblem::row, RowProblem::column)
                .containsExactly(
                        tuple(2, "Client name"),
                        tuple(3, "State"),
                        tuple(3, "Commercial"),
                        tuple(3, "E-mail"),
                        tuple(3, "Phone"),
                        tuple(5, ""),
                        tuple(6, "Client name"));
        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem.message()).matches("[A-Z].*\\."));
        assertThat(clients.index()
                        .byEmail("three@three.example")
                        .get(0)
                        .contacts()
                        .get(0)
                        .authorized())
                .isTrue();
    }

    @Test
    void readsByTheMappingOfTheFile() {
        ImportMapping mapping = new ImportMapping(
                "erp",
                ExchangeKind.POLICIES,
                "dd.MM.yyyy",
                List.of(
                        new Column("Vertrag", ExchangeField.POLICY_NUMBER, null),
                        new Column("Kunde", ExchangeField.CLIENT_NUMBER, null),
                        new Column("Ende", ExchangeField.EXPIRATION, null),
                        new Column("Policy", null, null),
                        new Column(null, ExchangeField.STATE, "OK")));
        run(ExchangeKind.CLIENTS, CLIENTS, false);

        ImportReport report = imports.run(
                mapping,
                "Vertrag;Kunde;Ende;Policy\nLNI-GL-7;1001;31.12.2026;ignored\nLNI-GL-8;1001;12/31/2026;\n"
                        .getBytes(UTF_8),
                null,
                false,
                "nora");

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.columns().get(3).use()).isEqualTo(Use.LEFT_OUT);
        assertThat(clients.index().byId("SHEET-1001").orElseThrow().policies())
                .contains(new IndexedPolicy("LNI-GL-7", List.of(), "OK", true, false));
        ImportReport wrong = imports.run(mapping, "Number;Kunde\nLNI-GL-9;1001\n".getBytes(UTF_8), null, false, "nora");
        assertThat(wrong.rows()).isZero();
        assertThat(wrong.problems())
                .anySatisfy(problem -> assertThat(problem.message())
                        .contains("reads Policy number from a column \"Vertrag\", which the file does not have"));
    }

    @Test
    void keepsPoliciesWithTheirClients() {
        run(ExchangeKind.CLIENTS, CLIENTS, false);
        String file = """
                policy,client,effective,expiration
                LNI-GL-0091,Bayou Boats,11/1/2026,11/1/2027
                BMC-GL-0377120,Bayou Boats,,
                LNI-GL-0093,Ridgeway Landscaping,,
                LNI-GL-0094,Nobody We Know,,
                LNI-GL-0095,Bayou Boats,11/1/2026,1/1/2026
                """;

        ImportReport report = run(ExchangeKind.POLICIES, file, false);
        assertThat(report.effects())
                .extracting(RowEffect::effect)
                .containsExactly(Effect.ADDED, Effect.IN_AMS, Effect.REFUSED, Effect.REFUSED, Effect.REFUSED);
        assertThat(report.problems().get(0).message()).contains("is in the agency management system");
        assertThat(run(ExchangeKind.CLIENTS, CLIENTS, false).unchanged()).isEqualTo(2);
        assertThat(run(ExchangeKind.POLICIES, file, false).unchanged()).isEqualTo(1);

        ImportReport moved = run(ExchangeKind.POLICIES, "policy,client number\nLNI-GL-0091,1002\n", false);
        assertThat(moved.effects().get(0).detail()).isEqualTo("It moves from Bayou Boats LLC to Ruiz, Elena.");
        assertThat(clients.index().byPolicyNumbers(List.of("LNI-GL-0091")))
                .extracting(IndexedClient::clientId)
                .containsExactly("SHEET-1002");
        assertThat(clients.book().remove("SHEET-1002")).isTrue();
        assertThat(clients.book().remove("11890")).isFalse();
        assertThat(clients.index().byPolicyNumbers(List.of("LNI-GL-0091"))).isEmpty();
    }

    @Test
    void refusesFilesThatAreTooLongOrHaveNoKnownColumn() {
        String long21 = "name\n" + "Co %d Inc\n".repeat(21);
        assertThatThrownBy(() -> run(ExchangeKind.CLIENTS, String.format(long21, numbers(21)), false))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("more than 20 rows");
        assertThat(clients.book().read().entries()).hasSize(2);

        ImportReport report = run(ExchangeKind.CLIENTS, "foo,bar\n1,2\n", false);
        assertThat(report.accepted()).isZero();
        assertThat(report.problems())
                .extracting(RowProblem::message)
                .anySatisfy(message -> assertThat(message).contains("No heading was recognized"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ExchangeKind.class,
            names = {"CLIENTS", "POLICIES"})
    void exportsWhatTheImportTakes(ExchangeKind kind) throws IOException {
        run(ExchangeKind.CLIENTS, CLIENTS.replace("(713) 555-0142", "+1 713 555 0142"), false);
        run(
                ExchangeKind.POLICIES,
                "policy,client no,line,effective,expiration,surplus\nLNI-GL-0091,1001,GL;AUTO,2027-01-01,2028-01-01,y\n",
                false);
        Exports exports = new Exports(clients.book(), null, TestAgency.PROFILE, clock);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (SheetWriter one = SheetWriter.csv(csv);
                SheetWriter two = SheetWriter.xlsx(xlsx, kind.id())) {
            exports.write(kind, ALL, one);
            exports.write(kind, ALL, two);
        }

        int ours = kind == ExchangeKind.CLIENTS ? 2 : 1;
        for (byte[] file : List.of(csv.toByteArray(), xlsx.toByteArray())) {
            ImportReport back = imports.run(ImportMapping.usual(kind), file, null, false, "nora");
            assertThat(back.problems()).isEmpty();
            assertThat(back.unchanged()).isEqualTo(ours);
            assertThat(back.inAms()).isEqualTo(2);
            assertThat(back.columns())
                    .allSatisfy(column -> assertThat(column.use()).isEqualTo(Use.READ));
        }
        ByteArrayOutputStream narrowed = new ByteArrayOutputStream();
        try (SheetWriter out = SheetWriter.csv(narrowed)) {
            exports.write(kind, new ExportQuery(Source.SPREADSHEET, "bayou", null, null, null, null), out);
        }
        assertThat(narrowed.toString(UTF_8).lines()).hasSize(2);
    }

    private static Object[] numbers(int count) {
        Object[] numbers = new Object[count];
        for (int each = 0; each < count; each++) {
            numbers[each] = each;
        }
        return numbers;
    }

    private ImportReport run(ExchangeKind kind, String file, boolean dryRun) {
        return imports.run(ImportMapping.usual(kind), file.getBytes(UTF_8), null, dryRun, "nora");
    }
}
