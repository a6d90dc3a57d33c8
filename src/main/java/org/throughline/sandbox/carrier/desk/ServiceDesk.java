package org.throughline.sandbox.carrier.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.carrier.Arrival;
import org.throughline.sandbox.carrier.CarrierAsk;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.carrier.CarrierSandboxProperties;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.Papers;
import org.throughline.sandbox.carrier.Underwriting;
import org.throughline.sandbox.carrier.ValidationFailed;
import org.throughline.sandbox.carrier.desk.DeskMessages.Attached;
import org.throughline.sandbox.carrier.desk.DeskMessages.Received;
import org.throughline.sandbox.mail.MailFlag;
import org.throughline.sandbox.mail.Mailboxes;
import org.throughline.sandbox.mail.StoredMail;

/**
 * The desks at work. A message that carries a request form is taken once: acknowledged, and answered when it is decided;
 * a reminder is told how far it is. Any other message is read and left. A mail is marked as seen last of all, so that a
 * desk that was cut short takes it again; the job that it has opened is known by the message's id.
 */
@Component
@Profile("sandbox")
class ServiceDesk {

    private static final String MAIL = "_mail";

    private final CarrierDesks desks;
    private final Mailboxes mailboxes;
    private final DeskMessages messages;
    private final Underwriting underwriting;
    private final CarrierStore store;
    private final Papers papers;
    private final CarrierSandboxProperties properties;

    ServiceDesk(
            CarrierDesks desks,
            Mailboxes mailboxes,
            DeskMessages messages,
            Underwriting underwriting,
            CarrierStore store,
            Papers papers,
            CarrierSandboxProperties properties) {
        this.desks = desks;
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.underwriting = underwriting;
        this.store = store;
        this.papers = papers;
        this.properties = properties;
    }

    /** Reads what is new and answers what is decided. */
    synchronized void work() throws IOException, MessagingException {
        boolean everAsked = false;
        for (var desk : desks.byAddress().entrySet()) {
            List<StoredMail> mails =
                    mailboxes.folder(desk.getKey(), Mailboxes.INBOX).mails();
            everAsked |= !mails.isEmpty();
            for (StoredMail mail : mails) {
                if (!mail.flags().contains(MailFlag.SEEN)) {
                    take(desk.getKey(), desk.getValue(), mail);
                }
            }
        }
        if (everAsked) {
            answerWhatIsDecided();
        }
    }

    private void take(String desk, String carrier, StoredMail mail) throws IOException, MessagingException {
        Received received = messages.read(mail);
        RequestForm form = RequestForm.read(received.subject(), received.text());
        Optional<Operation> operation = form.operation();
        Optional<ObjectNode> known = known(received);
        if (known.isPresent()) {
            messages.answer(desk, received, id(known.get(), "again-" + mail.uid()), letter(known.get()), null);
        } else if (form.complete() && operation.isPresent() && !received.from().isEmpty()) {
            take(desk, received, form, form.ask(carrier, operation.get(), underwriting.today()));
        }
        Set<MailFlag> flags = new HashSet<>(mail.flags());
        flags.add(MailFlag.SEEN);
        mail.flags(flags);
    }

    /** What has come of the same message, or of one that this one answers or reminds of. */
    private Optional<ObjectNode> known(Received received) {
        return Stream.of(Kind.JOB, Kind.CLAIM)
                .flatMap(kind -> store.all(kind).stream())
                .filter(job -> received.isAbout(job.path(MAIL).path("messageId").asText()))
                .findFirst();
    }

    private static String letter(ObjectNode job) {
        return switch (JobStatus.of(job)) {
            case ISSUED, DECLINED -> DeskLetters.decided(job);
            case QUOTED -> DeskLetters.quoted(job);
            default -> DeskLetters.received(job);
        };
    }

    private void take(String desk, Received received, RequestForm form, CarrierAsk ask) throws MessagingException {
        try {
            ObjectNode job = form.quoteOnly() ? quoted(desk, received, ask) : opened(desk, received, ask);
            messages.answer(desk, received, id(job, form.quoteOnly() ? "quote" : "received"), letter(job), null);
        } catch (ValidationFailed wrong) {
            messages.answer(
                    desk,
                    received,
                    "refused-" + UUID.nameUUIDFromBytes(received.messageId().getBytes(StandardCharsets.UTF_8)),
                    DeskLetters.refused(ask.reference(), ask.policyNumber(), String.valueOf(wrong.getMessage())),
                    null);
        }
    }

    private ObjectNode opened(String desk, Received received, CarrierAsk ask) {
        return underwriting.submit(ask, arrival(desk, received), properties.deskDelay());
    }

    private ObjectNode quoted(String desk, Received received, CarrierAsk ask) {
        ObjectNode job = underwriting.open(ask);
        underwriting.quote(job);
        arrival(desk, received).mark(store.simulator(), job, "OTHER", ask.reference() + " " + ask.text());
        store.save(kind(job), job);
        return job;
    }

    /** The Message-ID names the ledger's row, the form only the request. */
    private static Arrival arrival(String desk, Received received) {
        return (simulator, row, operation, text) -> {
            row.set(MAIL, thread(desk, received));
            Arrival.atDesk(desk).mark(simulator, row, operation, text + " " + received.messageId());
        };
    }

    private static ObjectNode thread(String desk, Received received) {
        return new ObjectMapper()
                .createObjectNode()
                .put("desk", desk)
                .put("from", received.from())
                .put("subject", received.subject())
                .put("messageId", received.messageId())
                .put("references", received.references());
    }

    private void answerWhatIsDecided() throws MessagingException {
        underwriting.settle();
        for (ObjectNode job : Stream.of(Kind.JOB, Kind.CLAIM)
                .flatMap(kind -> store.all(kind).stream())
                .filter(job -> job.has(MAIL) && !job.path(MAIL).path("answered").asBoolean())
                .filter(job -> JobStatus.of(job) == JobStatus.ISSUED || JobStatus.of(job) == JobStatus.DECLINED)
                .toList()) {
            ObjectNode answered = job.deepCopy();
            ObjectNode thread = answered.withObject("/" + MAIL);
            Received request = new Received(
                    thread.path("from").asText(),
                    thread.path("subject").asText(),
                    thread.path("messageId").asText(),
                    thread.path("references").asText(),
                    "");
            messages.answer(
                    thread.path("desk").asText(), request, id(job, "answer"), DeskLetters.decided(job), paper(job));
            thread.put("answered", true);
            store.save(kind(job), answered);
        }
    }

    private static Kind kind(ObjectNode job) {
        return Underwriting.kind(Operation.valueOf(job.path("operation").asText()));
    }

    private @Nullable Attached paper(ObjectNode job) {
        return store.find(Kind.DOCUMENT, job.path("document").asText(""))
                .map(document -> new Attached(document.path("name").asText(), papers.pdf(document)))
                .orElse(null);
    }

    private static String id(ObjectNode job, String what) {
        return what + "-" + job.path("id").asText().replaceAll("\\W", "") + "-"
                + job.path("reference").asText();
    }
}
