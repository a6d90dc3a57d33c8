package org.throughline.request;

import java.util.List;
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
    private final ItemAcknowledgments acknowledgments;

    public RequestLetters(RequestMail mail, OutboundLedger ledger, ItemAcknowledgments acknowledgments) {
        this.mail = mail;
        this.ledger = ledger;
        this.acknowledgments = acknowledgments;
    }

    /**
     * Plans the one acknowledgment of an item, which names all its requests and says that no coverage has been added or
     * changed; nothing happens where another request of the item was first. Whichever was, the subject names the main one.
     */
    public void acknowledge(Addressee to, String itemId) {
        if (acknowledgments.claim(itemId)) {
            List<String> requests = acknowledgments.requestsOf(itemId);
            mail.plan(to, "acknowledgment", Map.of("number", requests.get(0), "numbers", numbers(requests)), true);
        }
    }

    private static String numbers(List<String> requests) {
        if (requests.size() == 1) {
            return "Your request number is " + requests.get(0)
                    + "; please keep it in the subject when you write about it.";
        }
        return "You asked for several things. Your request numbers are "
                + String.join(", ", requests.subList(0, requests.size() - 1)) + " and "
                + requests.get(requests.size() - 1)
                + "; please keep the number in the subject when you write about one of them.";
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
