package org.throughline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.assistant.AiOutput;
import org.throughline.request.RequestQuery;
import org.throughline.request.RequestReader;
import org.throughline.request.RequestView.ClientReference;
import org.throughline.triage.FurtherAsks;
import org.throughline.triage.MessageText;
import org.throughline.triage.OwnText;
import org.throughline.triage.Triage;
import org.throughline.triage.Understanding;

/** What a person needs to decide about an item: suggestions with their reasons, further asks, open requests. No effect. */
@Component
public class TriageReading {

    private static final int SUGGESTIONS = 3;
    private static final int MOST_SPANS = 50;
    private static final int MOST_REQUESTS = 200;
    private static final int MOST_CANDIDATES = 20;
    private static final String UNCLASSIFIED = "UNCLASSIFIED";
    private static final String ASSISTANT_NAMES_IT = "the assistant outside names it";

    private final ItemReading reading;
    private final InboundItems items;
    private final MessageTexts texts;
    private final Triage triage;
    private final FurtherAsks furtherAsks;
    private final RequestReader requests;
    private final ItemOpinions opinions;

    public TriageReading(
            ItemReading reading,
            InboundItems items,
            MessageTexts texts,
            Triage triage,
            FurtherAsks furtherAsks,
            RequestReader requests,
            ItemOpinions opinions) {
        this.reading = reading;
        this.items = items;
        this.texts = texts;
        this.triage = triage;
        this.furtherAsks = furtherAsks;
        this.requests = requests;
        this.opinions = opinions;
    }

    /** A work type it may be, with the reasons for it in words. */
    public record Suggested(String workType, double confidence, List<String> reasons) {}

    /** A place in the text, by the index of its first character and the one after its last. */
    public record Span(int start, int end) {}

    /** A further thing asked for, with the sender's words for it. */
    public record Further(String workType, double confidence, int start, int end, String text) {}

    /** An open request of the client that the item may belong to. */
    public record Candidate(
            String number,
            @Nullable String workType,
            String status,
            @Nullable String subject) {}

    /**
     * An item as triage sees it.
     *
     * @param text what the places count in
     * @param modelVersion the model that suggested
     * @param suggestions at most three, the likeliest first
     * @param spans words that led to the first suggestion
     * @param canAsk true where the sender has an e-mail address
     * @param answers ids of items that answer our question about this one
     */
    public record Shown(
            String text,
            String modelVersion,
            List<Suggested> suggestions,
            List<Span> spans,
            List<Further> intents,
            List<Candidate> candidates,
            boolean canAsk,
            List<String> answers) {}

    /** Reads an item again; it must exist. */
    public Shown of(String itemId) {
        InboundItem item = reading.item(itemId);
        MessageText message = texts.of(item);
        Triage.Outlook outlook = triage.look(message);
        Understanding understanding = outlook.understanding();
        Triage.Planned main = outlook.planned().get(0);
        String text = OwnText.of(message);
        return new Shown(
                text,
                understanding.suggestion().modelVersion(),
                withAssistant(suggestions(outlook, main), opinions.ofAssistant(itemId)),
                spans(text, understanding.suggestion().reasons()),
                further(item, understanding, main.workType()),
                candidates(understanding.identity().clientId()),
                item.senderAddress().contains("@"),
                items.answersTo(itemId).stream().map(InboundItem::id).toList());
    }

    private static List<Suggested> suggestions(Triage.Outlook outlook, Triage.Planned main) {
        List<Suggested> suggestions = new ArrayList<>();
        if (!main.workType().equals(UNCLASSIFIED)) {
            suggestions.add(new Suggested(
                    main.workType(), main.confidence(), outlook.understanding().reasons()));
        }
        outlook.alternatives().stream()
                .limit(SUGGESTIONS - suggestions.size())
                .map(other -> new Suggested(
                        other.workType(), other.confidence(), List.of("like earlier messages of this kind")))
                .forEach(suggestions::add);
        return suggestions;
    }

    /** What the model outside named is a further reason for a suggestion, or the last of the suggestions. */
    private static List<Suggested> withAssistant(List<Suggested> suggestions, Optional<AiOutput> assistant) {
        String named = assistant.map(AiOutput::workType).orElse(UNCLASSIFIED);
        if (assistant.isEmpty() || UNCLASSIFIED.equals(named)) {
            return suggestions;
        }
        List<Suggested> all = new ArrayList<>();
        for (Suggested one : suggestions) {
            List<String> reasons = new ArrayList<>(one.reasons());
            if (one.workType().equals(named)) {
                reasons.add(ASSISTANT_NAMES_IT);
            }
            all.add(new Suggested(one.workType(), one.confidence(), reasons));
        }
        if (all.stream().noneMatch(one -> one.workType().equals(named))) {
            all.subList(Math.min(all.size(), SUGGESTIONS - 1), all.size()).clear();
            all.add(new Suggested(named, assistant.get().confidence(), List.of(ASSISTANT_NAMES_IT)));
        }
        return all;
    }

    private static List<Span> spans(String text, List<String> words) {
        List<Span> spans = new ArrayList<>();
        for (String word : words) {
            Matcher place = Pattern.compile(
                            "(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text);
            while (place.find() && spans.size() < MOST_SPANS) {
                spans.add(new Span(place.start(), place.end()));
            }
        }
        return spans;
    }

    private List<Further> further(InboundItem item, Understanding understanding, String mainWorkType) {
        if (!ItemSplitting.mayBeSplit(understanding)) {
            return List.of();
        }
        return furtherAsks.of(understanding, mainWorkType).stream()
                .map(ask -> new Further(
                        ask.workType(),
                        ask.confidence(),
                        ask.start(),
                        ask.end(),
                        reading.words(item, ask.start(), ask.end())))
                .toList();
    }

    private List<Candidate> candidates(@Nullable String client) {
        if (client == null) {
            return List.of();
        }
        RequestQuery ofClient = new RequestQuery(null, null, null, null, client, null, null, null);
        return requests.find(ofClient, 0, MOST_REQUESTS).stream()
                .filter(request -> request.closedAt() == null)
                .filter(request -> isOf(request.client(), client))
                .limit(MOST_CANDIDATES)
                .map(request ->
                        new Candidate(request.number(), request.workType(), request.status(), request.subject()))
                .toList();
    }

    private static boolean isOf(@Nullable ClientReference known, String client) {
        return known != null && known.id().equals(client);
    }
}
