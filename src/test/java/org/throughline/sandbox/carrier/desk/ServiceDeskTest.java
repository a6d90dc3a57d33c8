package org.throughline.sandbox.carrier.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.throughline.platform.MovingClock;
import org.throughline.sandbox.carrier.Behavior.Mode;
import org.throughline.sandbox.carrier.CarrierWorld;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.mail.MailServerSettings;
import org.throughline.sandbox.mail.PracticeMail;

class ServiceDeskTest {

    private static final String AGENCY = "service@harborline.example";
    private static final String DESK = "service@bluemesa.example";
    private static final String FORM = """
            Reference: SR-2026-000123-4
            Policy: BMC-GL-0448213
            Effective: 2026-11-23
            Change: add additional insured Gulfton Apartments LP; form=CG 20 10; waiver=Y
            """;

    @TempDir
    private Path directory;

    private final MovingClock clock = new MovingClock();
    private PracticeMail mail;
    private CarrierWorld carriers;
    private ServiceDesk desk;

    @BeforeEach
    void open() throws IOException {
        mail = new PracticeMail(directory.resolve("mail"), DataSize.ofMegabytes(5));
        start();
    }

    private void start() {
        carriers = new CarrierWorld(directory, clock);
        MailServerSettings settings = new MailServerSettings(
                "localhost",
                mail.ports().smtp(),
                mail.ports().imap(),
                directory.resolve("mail"),
                DataSize.ofMegabytes(5));
        desk = new ServiceDesk(
                new CarrierDesks(carriers.book),
                mail.mailboxes(),
                new DeskMessages(settings, mail.ports(), carriers.simulator),
                carriers.underwriting,
                carriers.store,
                carriers.papers,
                carriers.properties);
    }

    @AfterEach
    void close() throws IOException {
        carriers.close();
        mail.close();
    }

    @Test
    void acknowledgesAndIssuesInTheThreadOfTheRequest() throws Exception {
        send(DESK, "Policy change", FORM);

        desk.work();
        assertThat(answers())
                .singleElement()
                .asString()
                .contains("Status: RECEIVED", "Nothing is in effect until you have our confirmation");
        clock.advance(Duration.ofSeconds(11));
        desk.work();
        desk.work();

        assertThat(answers())
                .hasSize(2)
                .last()
                .asString()
                .contains(
                        "Status: ISSUED",
                        "Reference: SR-2026-000123-4",
                        "Endorsement: BMC-END-000001",
                        "Issued: add additional insured: Gulfton Apartments LP; form=CG 20 10; waiver=Y",
                        "In-Reply-To: <request-1@harborline.example>",
                        "Subject: Re: Policy change",
                        "File: Endorsement BMC-END-000001.pdf");
    }

    @Test
    void declinesWithAReason() throws Exception {
        carriers.behave(Mode.DECLINE);
        send(DESK, "Policy change", FORM);

        desk.work();
        clock.advance(Duration.ofSeconds(11));
        desk.work();

        assertThat(answers()).last().asString().contains("Status: DECLINED", "outside the carrier's appetite");
    }

    @Test
    void refusesWhatItCannotWorkWith() throws Exception {
        send(DESK, "Policy change", FORM.replace("0448213", "9999999"));

        desk.work();

        assertThat(answers())
                .singleElement()
                .asString()
                .contains("Status: REFUSED", "There is no policy BMC-GL-9999999");
    }

    @Test
    void opensOneJobForARequestThatCameTwiceAndForItsReminder() throws Exception {
        send(DESK, "Policy change", FORM);
        desk.work();
        send(DESK, "Policy change", FORM);
        desk.work();
        send(DESK, "Reminder: Policy change", "request-2", "References: <request-1@harborline.example>\n", FORM);
        desk.work();

        assertThat(carriers.store.all(Kind.JOB)).hasSize(1);
        assertThat(answers()).hasSize(3).last().asString().contains("Status: RECEIVED");
    }

    @Test
    void takesASecondRequestUnderTheSameNumber() throws Exception {
        send(DESK, "Policy change", FORM);
        send(DESK, "Policy change", "request-2", "", FORM.replace("Gulfton", "Westheimer"));

        desk.work();

        assertThat(carriers.store.all(Kind.JOB)).hasSize(2);
    }

    @Test
    void readsTheAgencysFormAndNamesAPriceOnly() throws Exception {
        send(DESK, "Quote for a policy change: BMC-GL-0448213, Okafor [SR-2026-000123]", """
                Hello,

                please carry out the request below. The same is attached as a form.

                Reference: SR-2026-000123
                Request: Quote for a policy change
                Policy: BMC-GL-0448213
                Insured: Okafor Plumbing & Drain, LLC
                Line: GL, TX
                Effective: 11/23/2026
                Change: Add mortgagee: First Gulf Bank ISAOA; loan number = 4711
                Change: Add additional insured: Gulfton Apartments LP; form = CG 20 10
                """);

        desk.work();
        clock.advance(Duration.ofSeconds(11));
        desk.work();

        assertThat(answers())
                .singleElement()
                .asString()
                .contains("Status: QUOTED", "Reference: SR-2026-000123", "Premium change: ");
        assertThat(carriers.store.all(Kind.JOB)).singleElement().satisfies(job -> {
            assertThat(job.path("status").asText()).isEqualTo("QUOTED");
            assertThat(job.path("changes").path(0).at("/values/loanNumber").asText())
                    .isEqualTo("4711");
        });
    }

    @Test
    void leavesMailThatIsNoRequest() throws Exception {
        send(DESK, "Lunch", "Policy: none of that, just lunch?");

        desk.work();

        assertThat(answers()).isEmpty();
        assertThat(carriers.store.all(Kind.JOB)).isEmpty();
    }

    @Test
    void answersWhatWasAskedBeforeARestart() throws Exception {
        send(DESK, "Policy change", FORM);
        desk.work();
        carriers.close();
        clock.advance(Duration.ofSeconds(11));

        start();
        desk.work();

        assertThat(answers()).hasSize(2).last().asString().contains("Status: ISSUED");
    }

    @Test
    void sendsLossRunsOnPaper() throws Exception {
        send("service@copperline.example", "Loss runs", """
                Request: loss runs
                Reference: SR-2026-000124-1
                Policy: CLI-PKG-207735
                """);

        desk.work();
        clock.advance(Duration.ofSeconds(11));
        desk.work();

        assertThat(answers()).last().asString().contains("Status: ISSUED", "File: Loss runs CLI-PKG-207735.pdf");
    }

    @Test
    void takesRequestsForASurplusLinesCarrierAtItsWholesaler() throws Exception {
        String number = carriers.store.of(Kind.POLICY, "PCS").stream()
                .filter(policy -> policy.path("status").asText().equals("IN_FORCE"))
                .map(policy -> policy.path("number").asText())
                .findFirst()
                .orElseThrow();
        send("endorsements@crestway.example", "Policy change", FORM.replace("BMC-GL-0448213", number));

        desk.work();

        assertThat(answers()).singleElement().asString().contains("Status: RECEIVED", "Policy: " + number);
    }

    private void send(String to, String subject, String body) throws MessagingException {
        send(to, subject, "request-1", "", body);
    }

    private void send(String to, String subject, String id, String headers, String body) throws MessagingException {
        mail.send("", AGENCY, to, """
                From: Harborline <service@harborline.example>
                To: <%s>
                Subject: %s
                Message-ID: <%s@harborline.example>
                %sMIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s""".formatted(to, subject, id, headers, body));
    }

    /** What came to the agency, with what matters of the headers. */
    private List<String> answers() throws MessagingException, IOException {
        return mail.read(AGENCY, "INBOX", received -> {
            List<String> texts = new ArrayList<>();
            for (Message message : received) {
                String head = "Subject: " + message.getSubject() + "\nIn-Reply-To: "
                        + String.join("", message.getHeader("In-Reply-To")) + "\n";
                texts.add(head + text(message));
            }
            return texts;
        });
    }

    private static String text(Message message) throws MessagingException, IOException {
        if (message.getContent() instanceof Multipart parts) {
            return parts.getBodyPart(0).getContent() + "\nFile: "
                    + parts.getBodyPart(1).getFileName();
        }
        return String.valueOf(message.getContent());
    }
}
