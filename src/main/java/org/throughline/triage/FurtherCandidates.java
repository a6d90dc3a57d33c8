package org.throughline.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.FurtherJudge.Feature;
import org.throughline.triage.Lexicon.Found;
import org.throughline.triage.Segments.Segment;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.Suggestion;
import org.throughline.triage.suggest.Suggestion.Scored;
import org.throughline.triage.suggest.WorkTypeSuggester;

/**
 * What a message might ask for beside its main work: for each work type the part of the message that speaks for it most.
 * Reading the meaning of a part takes a millisecond, so it is read only where the part has words that ask, a phrase of the
 * lexicon, or words of another work type.
 */
@Component
class FurtherCandidates {

    private static final Set<String> NO_WORK = Set.of("NOT_WORK", "UNCLASSIFIED");
    private static final int RANKED = 5;
    private static final double POSSIBLE = 0.12;
    private static final double WORDS_SAY = 0.4;
    private static final double WORDS_SAY_MAIN = 0.6;
    private static final double PHRASE_SAYS = 1;
    private static final double PLAIN_PHRASE = 4;
    private static final int FEWEST_WORDS = 3;

    /** A form's fields and a forwarded message's head say what is, not what is wanted. */
    private static final QuickPattern FIELD = QuickPattern.compile("(?:^|\\s)[A-Za-z]\\w{1,30}=\\S");

    private static final QuickPattern HEAD =
            QuickPattern.compile("^(?:subject|from|to|sent|date|cc):", Pattern.CASE_INSENSITIVE);
    private static final int FIELDS = 2;

    /** What a part is likened to where this machine does not read meanings. */
    private static final double USUAL_LIKENESS = 0.75;

    private final Suggesters suggesters;

    FurtherCandidates(Suggesters suggesters) {
        this.suggesters = suggesters;
    }

    /** A work type with the part that speaks for it; the subject has no place in the text. */
    record Candidate(String workType, Segment part, Map<Feature, Double> features) {

        private double strength() {
            return features.getOrDefault(Feature.PART, 0.0) + features.getOrDefault(Feature.PHRASES, 0.0);
        }
    }

    /** The message that is looked through. */
    record Sight(MessageText message, String text, String subject, SenderRole role, boolean carrier) {}

    /** One candidate a work type, in the order in which they come up. */
    List<Candidate> of(Sight sight, String mainWorkType, Suggestion whole, Lexicon.Phrases phrases) {
        List<Segment> parts = new ArrayList<>();
        if (!sight.subject().isBlank()) {
            parts.add(new Segment(sight.subject(), -1, -1));
        }
        parts.addAll(Segments.of(sight.text()));
        Map<String, Candidate> best = new LinkedHashMap<>();
        for (Segment part : parts) {
            for (Candidate one : ofPart(part, parts.size(), sight, mainWorkType, whole, phrases)) {
                best.merge(one.workType(), one, (had, other) -> other.strength() > had.strength() ? other : had);
            }
        }
        return List.copyOf(best.values());
    }

    private List<Candidate> ofPart(
            Segment part, int parts, Sight sight, String mainWorkType, Suggestion whole, Lexicon.Phrases phrases) {
        WorkTypeSuggester suggester = suggesters.current();
        String channel = sight.message().channel();
        List<Found> found = phrases.find(part.text());
        Map<String, Double> opinion = TopicReader.opinion(found, channel, sight.role());
        if (!worthReading(part, found, mainWorkType, suggester.suggestPart(part.text(), channel, opinion))) {
            return List.of();
        }
        Suggestion meant = suggester.suggest(part.text(), channel, opinion);
        Map<Feature, Double> common = FurtherJudge.features(part.text(), parts, sight.carrier());
        common.put(Feature.FAMILIAR, suggester.readsMeaning() ? meant.familiarity() : USUAL_LIKENESS);
        List<Candidate> candidates = new ArrayList<>();
        for (Scored scored : meant.ranked().subList(0, RANKED)) {
            double spoken = spoken(found, scored.workType());
            boolean possible = scored.probability() >= POSSIBLE || spoken >= PHRASE_SAYS;
            if (possible && !scored.workType().equals(mainWorkType) && !NO_WORK.contains(scored.workType())) {
                Map<Feature, Double> features = new EnumMap<>(common);
                features.put(Feature.PART, FurtherJudge.logOdds(scored.probability()));
                features.put(Feature.WHOLE, FurtherJudge.logOdds(whole.probability(scored.workType())));
                features.put(Feature.PHRASES, Math.min(PLAIN_PHRASE, spoken) / 2);
                candidates.add(new Candidate(scored.workType(), part, features));
            }
        }
        return candidates;
    }

    private static boolean worthReading(Segment part, List<Found> found, String mainWorkType, List<Scored> byWords) {
        if (HEAD.matcher(part.text()).find()
                || FIELD.matcher(part.text()).results().limit(FIELDS).count() == FIELDS) {
            return false;
        }
        Optional<Found> phrase = found.stream()
                .filter(one ->
                        one.score() >= PHRASE_SAYS && !one.topic().workType().equals(mainWorkType))
                .findFirst();
        if (phrase.isPresent()) {
            return true;
        }
        Scored first = byWords.get(0);
        if (first.workType().equals(mainWorkType) && first.probability() >= WORDS_SAY_MAIN) {
            return false;
        }
        boolean subject = part.start() < 0;
        boolean longEnough = subject || part.text().strip().split("\\s+", FEWEST_WORDS + 1).length >= FEWEST_WORDS;
        return longEnough
                && (FurtherJudge.asks(part.text())
                        || byWords.stream()
                                .filter(one -> !one.workType().equals(mainWorkType))
                                .anyMatch(one -> one.probability() >= WORDS_SAY));
    }

    private static double spoken(List<Found> found, String workType) {
        return found.stream()
                .filter(one -> one.topic().workType().equals(workType))
                .mapToDouble(Found::score)
                .max()
                .orElse(0);
    }
}
