package org.throughline.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.ClientIndex;
import org.throughline.ams.ClientIndex.IndexedClient;
import org.throughline.ams.ClientIndex.IndexedPolicy;
import org.throughline.intake.RepeatedAsks.OpenAsk;
import org.throughline.platform.TransactionMemory;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.request.ServiceRequests;
import org.throughline.triage.Ambiguity;
import org.throughline.triage.MessageReader;
import org.throughline.triage.OwnText;
import org.throughline.triage.SenderRole;
import org.throughline.triage.Understanding;

/** Reads an item: where it belongs, who it is from, what it says. No remote call. */
@Component
public class ItemReading {

    private static final Duration SAME_ASK = Duration.ofDays(30);
    private static final int LONGEST_WORDS = 1_000;
    private static final String DUPLICATE_OF = "DUPLICATE_OF:";
    private static final String TOPIC = "topic";
    private static final String NO_TOPIC = "NONE";

    private final InboundItems items;
    private final MessageTexts texts;
    private final MessageReader reader;
    private final Threads threads;
    private final ServiceRequests requests;
    private final ClientIndex clients;
    private final RepeatedAsks repeatedAsks;
    private final ItemOpinions opinions;
    private final TriageLog log;

    public ItemReading(
            InboundItems items,
            MessageTexts texts,
            MessageReader reader,
            Threads threads,
            ServiceRequests requests,
            ClientIndex clients,
            RepeatedAsks repeatedAsks,
            ItemOpinions opinions,
            TriageLog log) {
        this.items = items;
        this.texts = texts;
        this.reader = reader;
        this.threads = threads;
        this.requests = requests;
        this.clients = clients;
        this.repeatedAsks = repeatedAsks;
        this.opinions = opinions;
        this.log = log;
    }

    /** The item, which must exist; read once in a transaction, since what it says does not change. */
    public InboundItem item(String itemId) {
        return TransactionMemory.recall(itemId, InboundItem.class).orElseGet(() -> {
            InboundItem item = items.find(itemId)
                    .orElseThrow(() -> new IllegalStateException("Inbound item " + itemId + " is gone"));
            TransactionMemory.remember(itemId, InboundItem.class, item);
            return item;
        });
    }

    /**
     * Decides whether the item is new work, belongs to an open request, or was refused. On the thread of an open request
     * it answers the question that the request waits for; a message that asks for work of its own is new work all the
     * same, so that "thanks, one more thing" is not lost. What somebody posted on an open request belongs to it. A carrier's
     * message that names an open request belongs to it. A mail of ours that came back belongs to its request, open or
     * not. Nobody is taken for a stranger before the client index was filled once.
     *
     * @param postedOn number of the request that the item was posted on; null where it has to be found out
     */
    public Disposition disposition(InboundItem item, @Nullable String postedOn) {
        if (item.state() == ItemState.REFUSED) {
            return new Disposition(Disposition.Kind.REFUSED, null, false);
        }
        if (postedOn != null && requests.isOpen(postedOn)) {
            return new Disposition(Disposition.Kind.OPEN_REQUEST, postedOn, true);
        }
        if (!clients.ready()) {
            return new Disposition(Disposition.Kind.UNKNOWN_YET, null, false);
        }
        if (DeliveryFailure.isReportedBy(item)) {
            return threads.requestOf(item)
                    .map(number -> new Disposition(Disposition.Kind.OPEN_REQUEST, number, false))
                    .orElse(new Disposition(Disposition.Kind.NEW_WORK, null, false));
        }
        Optional<String> waiting = threads.itemOf(item).filter(this::inTriage);
        if (waiting.isPresent() && !item.autoSubmitted()) {
            return new Disposition(Disposition.Kind.WAITING_ITEM, waiting.get(), true);
        }
        return threads.requestOf(item)
                .or(() -> threads.itemOf(item).flatMap(this::firstOpenRequest))
                .filter(requests::isOpen)
                .filter(number ->
                        item.autoSubmitted() || requests.isWaitingForAnswer(number) || !asksForWork(understand(item)))
                .or(() -> answeredByACarrier(item))
                .map(number -> new Disposition(Disposition.Kind.OPEN_REQUEST, number, !item.autoSubmitted()))
                .orElse(new Disposition(Disposition.Kind.NEW_WORK, null, false));
    }

    /** The sender's own words between two places of an intent, at most 1,000 characters of them. */
    public String words(InboundItem item, int start, int end) {
        String text = OwnText.of(texts.of(item));
        String words = text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }

    /** The open request of a client who asks for the same again. */
    public Optional<OpenAsk> askedBefore(InboundItem item, Understanding understanding) {
        return understanding.flags().stream().anyMatch(flag -> flag.startsWith(DUPLICATE_OF))
                ? repeatedAsks.find(item, understanding)
                : Optional.empty();
    }

    /** The clients that an item may equally be about, a line each for the person who chooses; empty where it is clear. */
    public Optional<String> candidates(Understanding understanding) {
        return Optional.of(Ambiguity.clientsIn(understanding.flags()).stream()
                        .flatMap(id -> clients.byId(id).stream())
                        .map(ItemReading::candidate)
                        .collect(Collectors.joining("\n")))
                .filter(lines -> !lines.isEmpty());
    }

    private static String candidate(IndexedClient client) {
        long inForce = client.policies().stream().filter(IndexedPolicy::inForce).count();
        return client.clientId() + "  " + client.name() + ", " + client.state() + ", "
                + (inForce == 1 ? "1 policy" : inForce + " policies") + " in force";
    }

    private boolean inTriage(String itemId) {
        return items.find(itemId)
                .filter(item -> item.state() == ItemState.TRIAGE)
                .isPresent();
    }

    private Optional<String> firstOpenRequest(String itemId) {
        return items.requestsOf(itemId).stream().filter(requests::isOpen).findFirst();
    }

    /** What a carrier sends about a request of ours belongs to it, whatever it is about. */
    private Optional<String> answeredByACarrier(InboundItem item) {
        return threads.named(item)
                .filter(requests::isOpen)
                .filter(number -> understand(item).identity().senderRole() == SenderRole.CARRIER);
    }

    private static boolean asksForWork(Understanding understanding) {
        return !NO_TOPIC.equals(understanding.facts().getOrDefault(TOPIC, NO_TOPIC));
    }

    /**
     * Understands new work and keeps what the model named for it, in the current transaction; until that ends nothing
     * else of the same sender is worked on.
     *
     * @throws VendorUnavailable as {@link #understand}
     */
    public Understanding classify(InboundItem item) {
        items.takeTurn(item);
        Understanding understanding = understand(item);
        opinions.suggested(item.id(), understanding.suggestion());
        return understanding;
    }

    /**
     * Understands the item; the same ask again under a new id is flagged, never suppressed.
     *
     * @throws VendorUnavailable while the client index was never filled, so that nobody is taken for a stranger
     */
    public Understanding understand(InboundItem item) {
        if (!clients.ready()) {
            throw new VendorUnavailable("The client index was not yet filled from the agency management system");
        }
        Understanding read = reader.read(texts.of(item));
        if (Ambiguity.isIn(read.flags())) {
            Optional<String> chosen = log.clientOf(item.id());
            if (chosen.isPresent()) {
                read = reader.read(texts.of(item), chosen.get());
            }
        }
        List<String> flags = new ArrayList<>(read.flags());
        item.flags().stream().filter(flag -> !flags.contains(flag)).forEach(flags::add);
        List<String> earlier = threads.isReply(item) ? List.of() : items.similarRecent(item, SAME_ASK);
        if (!earlier.isEmpty()) {
            flags.add("REPEAT_CONTACT");
            flags.add(DUPLICATE_OF + earlier.get(0));
        }
        return opinions.heard(
                item.id(),
                new Understanding(
                        read.identity(),
                        read.entities(),
                        read.facts(),
                        read.missing(),
                        flags,
                        read.further(),
                        read.reasons(),
                        read.suggestion()));
    }
}
