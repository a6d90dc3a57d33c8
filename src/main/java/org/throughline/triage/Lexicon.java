package org.throughline.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.PerAgency;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.PhrasePattern.Places;
import org.throughline.triage.suggest.TabSeparated;

/**
 * What people write when they mean a topic. The phrases are an analyst's: {@code triage/lexicon.tsv} holds topic, phrase
 * (a regular expression over single-spaced text in small letters), weight and why; {@code triage/topics.tsv} says
 * which topics are hazards, in which order, which others a topic explains away, and which work type it usually means.
 */
@Component
class Lexicon {

    private static final double SUBJECT = 1.5;
    private static final double REPLY_SUBJECT = 0.7;
    private static final double FORWARDED = 0.95;
    private static final double ATTACHED = 0.2;
    private static final double ATTACHED_TO_FEW_WORDS = 0.8;
    private static final int FEW_WORDS = 120;
    private static final double DOUBTFUL = 0.3;
    private static final QuickPattern NEGATED_BEFORE = QuickPattern.compile(
            "\\b(no|not|without|never|dont|doesnt|didnt|isnt|arent|wasnt|neither|nor)\\b[^.;!?]{0,24}$",
            Pattern.CASE_INSENSITIVE);
    private static final QuickPattern HYPOTHETICAL_BEFORE = QuickPattern.compile(
            "\\b(what if|if (a|an|my|our|the|someone|somebody|anyone|we|i|one of|there)|in case( of)?|in the event|would|does|cover(s|ed)?( for)?|coverage for|insurance for|protect\\w*|against)\\b[^.;!]{0,40}$",
            Pattern.CASE_INSENSITIVE);
    private static final QuickPattern NEGATED_AFTER = QuickPattern.compile(
            "^\\W{0,2}(needed|required|requested|wanted)?\\s*[:=?]\\s*(no|none|n/a|false)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern APOSTROPHES = Pattern.compile("[’'`]");
    private static final Pattern WRAPPED = Pattern.compile("\\n(?<=[^\\n]{50}\\n)(?=[a-z0-9(])");
    private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<Phrase> ofTheBuild;
    private final PerAgency<List<Phrase>> phrases;
    private final Map<String, Topic> topics;

    /** The phrases of the build for every agency, until its analysts change them. */
    @Autowired
    Lexicon(AgencyProfile agency) {
        this(first -> new PerAgency<>(agency, first));
    }

    Lexicon() {
        this(PerAgency::same);
    }

    private Lexicon(Function<Supplier<List<Phrase>>, PerAgency<List<Phrase>>> keeper) {
        topics = TabSeparated.rows("/triage/topics.tsv").stream()
                .map(cells -> new Topic(
                        cells.get(0),
                        cells.get(1).isEmpty() ? 0 : Integer.parseInt(cells.get(1)),
                        Boolean.parseBoolean(cells.get(2)),
                        cells.get(3).isEmpty() ? Set.of() : Set.of(cells.get(3).split(",")),
                        cells.get(4)))
                .collect(Collectors.toMap(Topic::name, topic -> topic, (one, two) -> one, LinkedHashMap::new));
        ofTheBuild = TabSeparated.rows("/triage/lexicon.tsv").stream()
                .map(cells -> new Phrase(
                        cells.get(0),
                        cells.get(1),
                        PhrasePattern.ofTheBuild(cells.get(1)),
                        Double.parseDouble(cells.get(2)),
                        cells.get(3)))
                .toList();
        phrases = keeper.apply(() -> ofTheBuild);
    }

    /** The phrases that come with the build, whether or not they are looked for. */
    List<Phrase> ofTheBuild() {
        return ofTheBuild;
    }

    /** Looks for these phrases from now on. */
    void use(List<Phrase> others) {
        phrases.set(List.copyOf(others));
    }

    List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    /** Each phrase that speaks in a message, with the words that it was found in. */
    List<Fired> fired(MessageParts parts) {
        List<Fired> fired = new ArrayList<>();
        for (String part : List.of(parts.subject(), parts.text(), parts.forwarded(), parts.attached())) {
            String text = flat(part);
            for (Phrase phrase : phrases.get()) {
                Places places = phrase.pattern().in(text);
                while (places.next()) {
                    double doubt = doubt(topic(phrase.topic()), text, places.start(), places.end());
                    if (doubt > 0) {
                        fired.add(new Fired(
                                phrase.topic(),
                                phrase.phrase(),
                                phrase.weight() * doubt,
                                phrase.why(),
                                text.substring(places.start(), places.end())));
                        break;
                    }
                }
            }
        }
        return fired;
    }

    Reading read(MessageParts parts) {
        String text = flat(parts.text());
        Map<String, Score> scores = new HashMap<>();
        Set<Phrase> had = new LinkedHashSet<>();
        had.addAll(
                score(phrases.get(), flat(parts.subject()), parts.reply() ? REPLY_SUBJECT : SUBJECT, 0, true, scores));
        had.addAll(score(phrases.get(), text, 1, 1_000, true, scores));
        had.addAll(score(phrases.get(), flat(parts.forwarded()), FORWARDED, 100_000, true, scores));
        boolean fewWords = text.length() + parts.forwarded().length() < FEW_WORDS;
        double attached = fewWords ? ATTACHED_TO_FEW_WORDS : ATTACHED;
        score(phrases.get(), flat(parts.attached()), attached, 1_000_000, false, scores);
        return new Reading(ranked(scores), new Phrases(List.copyOf(had)));
    }

    /**
     * What a message's phrases said.
     *
     * @param found topics, best first; hazards are not yet preferred
     * @param phrases the phrases that were there, to look for them in a part of the message
     */
    record Reading(List<Found> found, Phrases phrases) {}

    /** Phrases that a message has. */
    final class Phrases {

        private final List<Phrase> had;

        private Phrases(List<Phrase> had) {
            this.had = had;
        }

        /** Topics found in a part of the message, best first. */
        List<Found> find(String part) {
            Map<String, Score> scores = new HashMap<>();
            score(had, flat(part), 1, 0, true, scores);
            return ranked(scores);
        }
    }

    private List<Found> ranked(Map<String, Score> scores) {
        return scores.entrySet().stream()
                .map(entry -> entry.getValue().found(topic(entry.getKey())))
                .filter(found -> found.score() > 0.3)
                .sorted(Comparator.comparingDouble(Found::score).reversed().thenComparingInt(Found::position))
                .toList();
    }

    /** Adds what the text says to the scores and answers which phrases it has. */
    private List<Phrase> score(
            List<Phrase> among, String text, double factor, int offset, boolean written, Map<String, Score> scores) {
        List<Phrase> had = new ArrayList<>();
        if (text.isEmpty()) {
            return had;
        }
        for (Phrase phrase : among) {
            Topic topic = topic(phrase.topic());
            Places places = phrase.pattern().in(text);
            double best = 0;
            int position = 0;
            while (places.next() && Math.abs(best) < Math.abs(phrase.weight())) {
                double weight = phrase.weight() * doubt(topic, text, places.start(), places.end());
                if (Math.abs(weight) > Math.abs(best)) {
                    best = weight;
                    position = places.start();
                }
            }
            if (best != 0) {
                had.add(phrase);
                scores.computeIfAbsent(phrase.topic(), key -> new Score())
                        .add(phrase, best * factor, offset + position, written);
            }
        }
        return had;
    }

    private static double doubt(Topic topic, String text, int start, int end) {
        if (NEGATED_AFTER
                .matcher(text.substring(end, Math.min(text.length(), end + 30)))
                .find()) {
            return 0;
        }
        if (!topic.negatable()) {
            return 1;
        }
        String before = text.substring(Math.max(0, start - 60), start);
        if (NEGATED_BEFORE.matcher(before).find()) {
            return 0;
        }
        return topic.name().equals("LOSS")
                        && HYPOTHETICAL_BEFORE.matcher(before).find()
                ? DOUBTFUL
                : 1;
    }

    /** The topic that usually means this work type, if there is one. */
    Optional<Topic> ofWorkType(String workType) {
        return topics.values().stream()
                .filter(topic -> topic.workType().equals(workType))
                .findFirst();
    }

    Optional<Topic> named(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    private Topic topic(String name) {
        Topic topic = topics.get(name);
        if (topic == null) {
            throw new IllegalStateException("topics.tsv has no line for the topic " + name + " of lexicon.tsv");
        }
        return topic;
    }

    /** One line of words in small letters: apostrophes gone, wrapped lines joined, other lines parted by a full stop. */
    static String flat(String text) {
        String small = APOSTROPHES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String joined = WRAPPED.matcher(small).replaceAll(" ");
        String line = LINE_END.matcher(joined).replaceAll(" . ");
        return SPACES.matcher(line).replaceAll(" ").strip();
    }

    /**
     * A topic of the vocabulary.
     *
     * @param hazardRank 1 for the gravest hazard; 0 for no hazard
     * @param negatable true where "no" before the phrase takes it back
     * @param absorbs topics whose words usually come along with this one
     * @param workType the work type it usually means
     */
    record Topic(String name, int hazardRank, boolean negatable, Set<String> absorbs, String workType) {}

    /**
     * A topic found in a message.
     *
     * @param position where it was first said, to order several
     * @param writtenScore the part of the score that does not come from attachments
     * @param why reasons of the phrases that were found
     */
    record Found(Topic topic, double score, double writtenScore, int position, List<String> why) {}

    /**
     * A phrase that speaks for a topic, or against it where the weight is negative.
     *
     * @param phrase as it was written
     */
    record Phrase(String topic, String phrase, PhrasePattern pattern, double weight, String why) {}

    /** A phrase found in a text. */
    record Fired(String topic, String phrase, double weight, String why, String words) {}

    private static final class Score {
        private double total;
        private double written;
        private int position = Integer.MAX_VALUE;
        private final List<String> why = new ArrayList<>();

        void add(Phrase phrase, double weight, int at, boolean inText) {
            total += weight;
            written += inText ? weight : 0;
            position = Math.min(position, at);
            if (!why.contains(phrase.why())) {
                why.add(phrase.why());
            }
        }

        Found found(Topic topic) {
            return new Found(
                    topic, total, written, position, why.stream().limit(4).toList());
        }
    }
}
