package org.throughline.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.FurtherJudge.Feature;
import org.throughline.triage.Lexicon.Found;
import org.throughline.triage.Segments.Segment;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.Suggestion;
import org.throughline.triage.suggest.Suggestion.Scored;
import org.throughline.triage.suggest.WorkTypeSuggester.Glance;
import org.throughline.triage.suggest.WorkTypeSuggester.Meant;

/**
 * What a message might ask for beside its main work: for each work type the part of the message that likeliest asks for
 * it. Reading the meaning of a part takes milliseconds, so every part is glanced at by its words first, and only that one is
 * read that the glance leaves most in doubt.
 */
@Component
class FurtherCandidates {

    private static final Set<String> NO_WORK = Set.of("NOT_WORK", "UNCLASSIFIED");
    private static final int RANKED = 5;
    private static final double POSSIBLE = 0.12;
    private static final double PHRASE_SAYS = 1;
    private static final int FEWEST_WORDS = 3;

    /** Below this a glance says that the part asks for nothing of its own. */
    private static final double PASSED = 0.3;

    /** Above this a glance says that it does. */
    private static final double PLAIN = 0.9;

    private static final double EVEN = 0.5;

    /** A form's fields and a forwarded message's head say what is, not what is wanted. */
    private static final QuickPattern FIELD = QuickPattern.compile("(?:^|\\s)[A-Za-z]\\w{1,30}=\\S");

    private static final QuickPattern HEAD =
            QuickPattern.compile("^(?:subject|from|to|sent|date|cc):", Pattern.CASE_INSENSITIVE);
    private static final int FIELDS = 2;

    private final Suggesters suggesters;
    private final FurtherJudge judge;

    FurtherCandidates(Suggesters suggesters, FurtherJudge judge) {
        this.suggesters = suggesters;
        this.judge = judge;
    }

    /**
     * A work type with the part that speaks for it; the subject has no place in the text.
     *
     * @param spoken how plainly the lexicon's phrases speak of it in the part
     * @param probability how likely the part asks for it
     */
    record Candidate(String workType, Segment part, Map<Feature, Double> features, double spoken, double probability) {}

    /** The message that is looked through, and what it mainly asks for. */
    record Sight(
            MessageText message,
            String text,
            String subject,
            SenderRole role,
            boolean carrier,
            String mainWorkType,
            Suggestion whole,
            Lexicon.Phrases phrases) {}

    /** One candidate a work type, in the order in which they come up. */
    List<Candidate> of(Sight sight) {
        List<Glanced> parts = parts(sight).stream()
                .map(part -> new Glanced(part, part.glanced()))
                .toList();
        Optional<Glanced> read = parts.stream()
                .filter(Glanced::doubtful)
                .min(Comparator.comparingDouble(one -> Math.abs(one.likely() - EVEN)));
        return likeliest(parts.stream()
                .flatMap(one ->
                        (read.filter(one::equals).isPresent() ? one.part().read() : one.candidates()).stream())
                .toList());
    }

    /** A part with what a glance shows. */
    private record Glanced(Part part, List<Candidate> candidates) {

        private double likely() {
            return candidates.stream().map(Candidate::probability).reduce(0.0, Math::max);
        }

        private boolean doubtful() {
            return likely() >= PASSED && likely() <= PLAIN;
        }
    }

    /** The likeliest of each work type. */
    static List<Candidate> likeliest(List<Candidate> all) {
        Map<String, Candidate> best = new LinkedHashMap<>();
        for (Candidate one : all) {
            best.merge(one.workType(), one, (had, other) -> other.probability() > had.probability() ? other : had);
        }
        return List.copyOf(best.values());
    }

    /** The parts of a message that can ask for something. */
    List<Part> parts(Sight sight) {
        List<Segment> segments = new ArrayList<>();
        if (!sight.subject().isBlank()) {
            segments.add(new Segment(sight.subject(), -1, -1));
        }
        segments.addAll(Segments.of(sight.text()));
        List<Part> parts = new ArrayList<>();
        for (Segment segment : segments) {
            if (canAsk(segment)) {
                parts.add(new Part(segment, segments.size(), sight));
            }
        }
        return parts;
    }

    private static boolean canAsk(Segment part) {
        boolean subject = part.start() < 0;
        return (subject || part.text().strip().split("\\s+", FEWEST_WORDS + 1).length >= FEWEST_WORDS)
                && !HEAD.matcher(part.text()).find()
                && FIELD.matcher(part.text()).results().limit(FIELDS).count() < FIELDS;
    }

    /** A part of a message as it is judged, first by a glance. */
    final class Part {

        private final Segment segment;
        private final Sight sight;
        private final List<Found> found;
        private final Glance glance;
        private final Map<Feature, Double> common;

        private Part(Segment segment, int parts, Sight sight) {
            this.segment = segment;
            this.sight = sight;
            String text = segment.text();
            String channel = sight.message().channel();
            found = sight.phrases().find(text);
            glance = suggesters.current().glance(text, channel, TopicReader.opinion(found, channel, sight.role()));
            common = FurtherJudge.features(text, parts, sight.carrier());
            common.put(Feature.WORDS_ASK, glance.asks());
        }

        /** What its words and phrases speak for. */
        List<Candidate> glanced() {
            return candidates(glance.ranked(), judge::glance);
        }

        /** What it means; a glance has to do where this machine cannot read it. */
        List<Candidate> read() {
            return glance.meant().map(this::candidates).orElseGet(this::glanced);
        }

        private List<Candidate> candidates(Meant meant) {
            common.put(Feature.MEANING_ASKS, meant.asks());
            return candidates(meant.ranked(), judge::probability);
        }

        private List<Candidate> candidates(List<Scored> ranked, Function<Map<Feature, Double>, Double> probability) {
            List<Candidate> candidates = new ArrayList<>();
            for (Scored scored : ranked.subList(0, RANKED)) {
                String workType = scored.workType();
                double spoken = spoken(workType);
                boolean possible = scored.probability() >= POSSIBLE || spoken >= PHRASE_SAYS;
                if (possible && !workType.equals(sight.mainWorkType()) && !NO_WORK.contains(workType)) {
                    Map<Feature, Double> features = new EnumMap<>(common);
                    features.put(Feature.PART, FurtherJudge.logOdds(scored.probability()));
                    features.put(
                            Feature.WHOLE, FurtherJudge.logOdds(sight.whole().probability(workType)));
                    candidates.add(new Candidate(workType, segment, features, spoken, probability.apply(features)));
                }
            }
            return candidates;
        }

        private double spoken(String workType) {
            return found.stream()
                    .filter(one -> one.topic().workType().equals(workType))
                    .map(Found::score)
                    .reduce(0.0, Math::max);
        }
    }
}
