package org.throughline.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.assistant.AiOutputs;
import org.throughline.request.RequestLetters;
import org.throughline.request.RequestMail.Addressee;
import org.throughline.request.ServiceRequests;
import org.throughline.triage.Ambiguity;
import org.throughline.triage.ExampleCandidates;
import org.throughline.triage.Understanding;
import org.throughline.triage.suggest.Suggestion.Scored;

/** Takes what a person decided about an item in triage: refuses what cannot be carried out, keeps the rest for learning. */
@Component
public class TriageDecisions {

    /** A request is opened for the work that the person named. */
    public static final String OPEN = "OPEN";

    /** The item belongs to an open request. */
    public static final String MERGE = "MERGE";

    /** The sender is asked, and the item goes on waiting. */
    public static final String ASK = "ASK";

    private final ItemReading reading;
    private final ServiceRequests requests;
    private final TriageLog log;
    private final RequestLetters letters;
    private final ExampleCandidates examples;
    private final AiOutputs outputs;

    public TriageDecisions(
            ItemReading reading,
            ServiceRequests requests,
            TriageLog log,
            RequestLetters letters,
            ExampleCandidates examples,
            AiOutputs outputs) {
        this.reading = reading;
        this.requests = requests;
        this.log = log;
        this.letters = letters;
        this.examples = examples;
        this.outputs = outputs;
    }

    /**
     * A person's decision.
     *
     * @param decision OPEN, MERGE or ASK
     * @param further further work types to open a request for
     * @param requestNumber request to merge into
     * @param clientId the client that it is about, where the item may be about several
     */
    public record Decided(
            String itemId,
            String decision,
            String workType,
            List<String> further,
            @Nullable String requestNumber,
            @Nullable String question,
            @Nullable String clientId,
            @Nullable String person) {}

    /**
     * Checks and keeps a decision in the current transaction.
     *
     * @throws TriageRefused if it cannot be carried out
     */
    public void take(Decided decided) {
        InboundItem item = reading.item(decided.itemId());
        switch (decided.decision()) {
            case OPEN -> require(!decided.workType().isBlank(), "Choose the work type.");
            case MERGE ->
                require(
                        decided.requestNumber() != null && requests.isOpen(decided.requestNumber()),
                        "Name an open request to merge into; a closed one cannot take up the message.");
            case ASK -> {
                require(item.senderAddress().contains("@"), "There is no e-mail address to write to. Call the sender.");
                require(
                        decided.question() != null && !decided.question().isBlank(),
                        "Write down what you want to ask the sender.");
            }
            default -> throw new TriageRefused("There is no decision " + decided.decision() + ".");
        }
        Understanding understanding = reading.understand(item);
        List<String> candidates = Ambiguity.clientsIn(understanding.flags());
        String clientId = decided.clientId() == null ? "" : decided.clientId().strip();
        require(
                !decided.decision().equals(OPEN) || candidates.isEmpty() || candidates.contains(clientId),
                "Say which client it is about. Enter one of these ids: " + String.join(", ", candidates) + ".");
        Scored suggested = understanding.suggestion().first();
        List<String> types = new ArrayList<>();
        if (decided.decision().equals(OPEN)) {
            types.add(decided.workType());
            types.addAll(decided.further());
            outputs.decided(item.id(), decided.workType(), decided.person() == null ? "" : decided.person());
        }
        log.add(new TriageLog.Entry(
                item.id(),
                understanding.suggestion().modelVersion(),
                suggested.workType(),
                suggested.probability(),
                decided.decision(),
                types,
                decided.decision().equals(MERGE) ? decided.requestNumber() : null,
                candidates.isEmpty() || clientId.isEmpty() ? null : clientId,
                decided.person()));
        if (types.size() == 1) {
            examples.record(example(item, understanding, decided));
        }
    }

    /** A message with one request is an example of its work type; one that asks for several is none. */
    private static ExampleCandidates.Decided example(InboundItem item, Understanding understanding, Decided decided) {
        return new ExampleCandidates.Decided(
                item.channel().name(),
                understanding.identity().senderRole(),
                item.senderAddress(),
                item.subject(),
                item.forwarded().isBlank() ? item.body() : item.body() + "\n" + item.forwarded(),
                understanding.suggestion().first().workType(),
                decided.workType(),
                decided.person() == null ? "" : decided.person());
    }

    /** Plans the letter that asks the sender, in the current transaction; the item's id stands for a request's number. */
    public void ask(String itemId, String question) {
        InboundItem item = reading.item(itemId);
        letters.ask(
                new Addressee(
                        item.id(),
                        item.senderAddress(),
                        Senders.name(item.sender()),
                        item.subject(),
                        item.externalId()),
                question);
    }

    /** Sends that letter. */
    public void sendQuestion(String itemId) {
        letters.send(itemId);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new TriageRefused(otherwise);
        }
    }
}
