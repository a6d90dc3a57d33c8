package org.throughline.request;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.throughline.documents.DocumentStore;
import org.throughline.documents.DocumentStore.DocumentStatus;
import org.throughline.documents.DocumentStore.NewDocument;
import org.throughline.platform.engine.Attempts;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.Intervention.Kind;
import org.throughline.request.RequestMail.Addressee;
import org.throughline.staff.Act;
import org.throughline.staff.ActNeeds;
import org.throughline.staff.LicenseGate.Verdict;
import org.throughline.staff.LicenseNeed;
import org.throughline.staff.LicensedActs;

/** What a person writes on a request: a note for colleagues, or a message that goes to the requester. */
@Service
public class WriteOnRequest {

    private static final String KIND = "MESSAGE_FILE";
    private static final String LETTER = "reply";

    private final ServiceRequests requests;
    private final Interventions interventions;
    private final DocumentStore documents;
    private final RequestMail mail;
    private final ActNeeds needs;
    private final LicensedActs licenses;
    private final Attempts attempts;

    public WriteOnRequest(
            ServiceRequests requests,
            Interventions interventions,
            DocumentStore documents,
            RequestMail mail,
            ActNeeds needs,
            LicensedActs licenses,
            Attempts attempts) {
        this.requests = requests;
        this.interventions = interventions;
        this.documents = documents;
        this.mail = mail;
        this.needs = needs;
        this.licenses = licenses;
        this.attempts = attempts;
    }

    /**
     * What a person wrote.
     *
     * @param to address that a message goes to; null for the requester's
     * @param subject null for that of the request
     * @param externalId the calling system's own id: the same again is the same
     */
    public record Written(
            String requestNumber,
            String person,
            String text,
            @Nullable String to,
            @Nullable String subject,
            List<File> files,
            @Nullable String externalId) {}

    /** A file that comes with it. */
    public record File(String filename, String contentType, byte[] bytes) {}

    /**
     * What became of it.
     *
     * @param before true where it had come before under the same external id; then nothing is done again
     */
    public record Kept(Intervention intervention, boolean before) {}

    /** Keeps a note; a request may be closed already. */
    public Kept note(Written note) {
        return once(note, () -> {
            List<String> files = saved(note);
            return keep(note, Kind.NOTE, files.isEmpty() ? null : "With " + names(note) + ".");
        });
    }

    /**
     * Has a message go out from the agency's mailbox, on the request's thread.
     *
     * @throws WritingRefused if the person needs a license for it, no address is known, or the request is closed
     */
    public Kept send(Written message) {
        return once(message, () -> sent(message));
    }

    /** Two calls with the same id at the same moment: the one that comes second finds what the first one kept. */
    private Kept once(Written written, Supplier<Kept> writing) {
        try {
            return attempts.inTransaction(() -> before(written).orElseGet(writing));
        } catch (DuplicateKeyException overtaken) {
            return before(written).orElseThrow(() -> overtaken);
        }
    }

    private Kept sent(Written message) {
        String number = message.requestNumber();
        Map<String, Object> variables = requests.variables(number)
                .orElseThrow(() -> new WritingRefused(
                        WritingRefused.Why.CLOSED,
                        "Request " + number + " is closed. Write a note on it, or open a new request."));
        String to = Optional.ofNullable(message.to())
                .or(() -> RequestVariables.REPLY_TO.find(variables))
                .filter(address -> !address.isBlank())
                .orElseThrow(() -> new WritingRefused(
                        WritingRefused.Why.NO_ADDRESS,
                        "No e-mail address of the requester is known. Give one in \"to\", or reach the client by"
                                + " telephone and write a note."));
        needs.of(Set.of(Act.ANSWER_CLIENT), variables).ifPresent(need -> requireLicense(message, need));
        mail.plan(
                new Addressee(
                        number,
                        to,
                        RequestVariables.SENDER_NAME.find(variables).orElse(null),
                        Optional.ofNullable(message.subject())
                                .or(() -> RequestVariables.SUBJECT.find(variables))
                                .orElse(null),
                        RequestVariables.ORIGINAL_MESSAGE_ID.find(variables).orElse(null)),
                LETTER,
                Map.of("text", message.text()),
                false,
                saved(message));
        requests.messageWritten(number);
        String files = message.files().isEmpty() ? "" : " with " + names(message);
        return keep(message, Kind.MESSAGE, "To " + to + files + ".");
    }

    private void requireLicense(Written message, LicenseNeed need) {
        Verdict verdict = licenses.check(
                message.person(), Act.ANSWER_CLIENT, need, "Message to the requester", message.requestNumber());
        if (!verdict.allowed()) {
            throw new WritingRefused(
                    WritingRefused.Why.NO_LICENSE,
                    Objects.requireNonNullElse(verdict.reason(), "You need a license for this.")
                            + " Write a note, and have a licensed colleague answer.");
        }
    }

    private Optional<Kept> before(Written written) {
        return Optional.ofNullable(written.externalId())
                .flatMap(id -> interventions.find(written.requestNumber(), id))
                .map(known -> new Kept(known, true));
    }

    private Kept keep(Written written, Kind kind, @Nullable String what) {
        return new Kept(
                interventions.add(new Interventions.New(
                        written.requestNumber(), kind, written.person(), what, written.text(), written.externalId())),
                false);
    }

    private List<String> saved(Written written) {
        return written.files().stream()
                .map(file -> documents.save(new NewDocument(
                        written.requestNumber(),
                        KIND,
                        file.filename(),
                        file.contentType(),
                        file.bytes(),
                        DocumentStatus.CURRENT,
                        written.person())))
                .toList();
    }

    private static String names(Written written) {
        String names = written.files().stream().map(File::filename).collect(Collectors.joining(", "));
        return names.length() <= 800 ? names : written.files().size() + " files";
    }
}
