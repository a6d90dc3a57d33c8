package org.throughline.request;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.request.RequestMail.Addressee;

/** The letters that a request's own process writes: acknowledgment, question, reminder, reply. */
@Component
public class RequestLetters {

    private final RequestMail mail;
    private final OutboundLedger ledger;

    public RequestLetters(RequestMail mail, OutboundLedger ledger) {
        this.mail = mail;
        this.ledger = ledger;
    }

    /** Plans the acknowledgment, which says that no coverage has been added or changed. */
    public void acknowledge(Addressee to) {
        mail.plan(to, "acknowledgment", Map.of(), true);
    }

    /** Plans the one question that asks for everything missing. */
    public void ask(Addressee to, String question) {
        mail.plan(to, "question", Map.of("question", question), false);
    }

    /** Plans a reminder of the same question. */
    public void remind(Addressee to, String question) {
        mail.plan(to, "reminder", Map.of("question", question), false);
    }

    /** Plans the text that a person approved. */
    public void reply(Addressee to, String text) {
        mail.plan(to, "reply", Map.of("text", text), false);
    }

    /** Sends the planned letters of the request; nothing happens if none is left. */
    public void send(String requestNumber) {
        ledger.carryOut(requestNumber, Set.of(WriteKind.EMAIL), Set.of());
    }
}
