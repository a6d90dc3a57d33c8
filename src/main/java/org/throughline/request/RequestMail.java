package org.throughline.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.mail.EmailPayload;
import org.throughline.platform.mail.Letters;
import org.throughline.platform.mail.Letters.Letter;

/** Plans the agency's letters about a request as e-mails on the request's thread. */
@Component
public class RequestMail {

    private final Letters letters;
    private final OutboundLedger ledger;
    private final AgencyProfile agency;

    public RequestMail(Letters letters, OutboundLedger ledger, AgencyProfile agency) {
        this.letters = letters;
        this.ledger = ledger;
        this.agency = agency;
    }

    /**
     * Whom and what a letter is about.
     *
     * @param replyTo address of the requester
     * @param originalMessageId Message-ID of the mail that opened the request, if it was a mail
     */
    public record Addressee(
            String requestNumber,
            String replyTo,
            @Nullable String name,
            @Nullable String subject,
            @Nullable String originalMessageId) {}

    /**
     * Plans a letter.
     *
     * @param letter name of the letter
     * @param values further place holders of the letter; {@code number} is that of the request where none is given
     * @param machine true for mail that nobody wrote, such as an acknowledgment
     */
    public void plan(Addressee to, String letter, Map<String, String> values, boolean machine) {
        plan(to, letter, values, machine, List.of());
    }

    /** The same with documents of the request attached. */
    public void plan(
            Addressee to, String letter, Map<String, String> values, boolean machine, List<String> documentIds) {
        if (to.replyTo().isBlank()) {
            throw new IllegalArgumentException(
                    "There is no e-mail address to write to. Enter one, or reach the client by telephone.");
        }
        Map<String, String> all = new HashMap<>(values);
        all.putIfAbsent("number", to.requestNumber());
        all.put("name", to.name() == null || to.name().isBlank() ? "there" : to.name());
        all.put("subject", withoutReplyMarks(to.subject()));
        all.put("agency", agency.tradeName());
        all.put("phone", agency.phone());
        Letter text = letters.write(letter, all);
        List<String> thread = to.originalMessageId() == null ? List.of() : List.of(to.originalMessageId());
        ledger.plan(
                to.requestNumber(),
                List.of(new PlannedWrite(
                        WriteKind.EMAIL,
                        new EmailPayload(
                                List.of(to.replyTo()),
                                List.of(),
                                text.subject(),
                                text.text(),
                                to.originalMessageId(),
                                thread,
                                documentIds,
                                machine))));
    }

    private static String withoutReplyMarks(@Nullable String subject) {
        if (subject == null || subject.isBlank()) {
            return "your request";
        }
        return subject.strip().replaceFirst("(?i)^((re|fw|fwd)\\s*:\\s*)+", "");
    }
}
