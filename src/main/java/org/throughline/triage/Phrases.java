package org.throughline.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.triage.suggest.Example;

/** The phrases by which topics are found, for those who change them while messages come in. */
@Component
public class Phrases {

    private static final int MOST_HITS = 50;

    private final Lexicon lexicon;

    Phrases(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * A phrase that speaks for a topic.
     *
     * @param pattern regular expression over single-spaced text in small letters without apostrophes
     * @param weight how much it speaks for the topic; below zero it speaks against it
     */
    public record Phrase(String topic, String pattern, double weight, String why) {}

    /** What a phrase can speak for; {@code hazard} where missing one is grave. */
    public record PhraseTopic(String name, String workType, boolean hazard) {}

    /** Words of a text that a pattern finds. */
    public record Hit(int start, int end, String words) {}

    public List<Phrase> ofTheBuild() {
        return lexicon.ofTheBuild().stream()
                .map(one -> new Phrase(one.topic(), one.phrase(), one.weight(), one.why()))
                .toList();
    }

    public List<PhraseTopic> topics() {
        return lexicon.topics().stream()
                .map(topic -> new PhraseTopic(topic.name(), topic.workType(), topic.hazardRank() > 0))
                .toList();
    }

    /**
     * Looks for the build's phrases without some, and for others, from now on.
     *
     * @throws IllegalArgumentException if one of the others cannot be used
     */
    public void use(List<Phrase> added, Set<Phrase> switchedOff) {
        List<Lexicon.Phrase> phrases = new ArrayList<>();
        for (Lexicon.Phrase one : lexicon.ofTheBuild()) {
            if (!switchedOff.contains(new Phrase(one.topic(), one.phrase(), one.weight(), one.why()))) {
                phrases.add(one);
            }
        }
        for (Phrase one : added) {
            phrases.add(new Lexicon.Phrase(
                    one.topic(), one.pattern(), PhrasePattern.ofAnAnalyst(one.pattern()), one.weight(), one.why()));
        }
        lexicon.use(phrases);
    }

    /**
     * Refuses a pattern that cannot be used.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote it
     */
    public static void check(String pattern) {
        PhrasePattern.ofAnAnalyst(pattern);
    }

    /**
     * Where a pattern finds something in a text, as intake would look at it; at most 50 places.
     *
     * @throws IllegalArgumentException if the pattern cannot be used
     */
    public static List<Hit> hits(String pattern, String text) {
        return finder(pattern).hits(text);
    }

    /** A pattern ready to be tried on many texts. */
    public static Finder finder(String pattern) {
        PhrasePattern compiled = PhrasePattern.ofAnAnalyst(pattern);
        return text -> {
            String flat = Lexicon.flat(text);
            PhrasePattern.Places places = compiled.in(flat);
            List<Hit> hits = new ArrayList<>();
            while (hits.size() < MOST_HITS && places.next()) {
                hits.add(new Hit(places.start(), places.end(), flat.substring(places.start(), places.end())));
            }
            return hits;
        };
    }

    /** Finds a pattern in texts. */
    @FunctionalInterface
    public interface Finder {

        List<Hit> hits(String text);
    }

    /** How strongly the phrases speak for each work type in an example, as they would in a message. */
    public Map<String, Double> opinion(Example example) {
        MessageText message = new MessageText(
                example.channel(),
                "",
                "",
                example.subject(),
                example.body(),
                "",
                List.of(),
                false,
                false,
                Instant.EPOCH,
                null);
        return TopicReader.opinion(
                lexicon.read(MessageParts.of(message)).found(), example.channel(), role(example.sender()));
    }

    private static SenderRole role(String sender) {
        return switch (sender) {
            case "CARRIER" -> SenderRole.CARRIER;
            case "INTERNAL" -> SenderRole.STAFF;
            case "THIRD_PARTY" -> SenderRole.THIRD_PARTY;
            default -> SenderRole.UNKNOWN;
        };
    }
}
