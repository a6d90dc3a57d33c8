package org.throughline.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.triage.Lexicon.Found;
import org.throughline.triage.Lexicon.Topic;
import org.throughline.triage.Segments.Segment;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.Suggestion.Scored;
import org.throughline.triage.suggest.WorkTypeSuggester;

/**
 * Finds what a message asks for beside its main topic. Each sentence or list item is judged on its own by the phrases and
 * the suggester; what only explains the main topic is left out.
 */
@Component
class FurtherTopics {

    private static final String CONTRACT = "CONTRACT";
    private static final Set<String> CERTIFICATES =
            Set.of("CERTIFICATE", "PROPERTY_CERTIFICATE", "PROPERTY_EVIDENCE", "CERTIFICATE_BATCH");
    private static final Pattern CHANGE =
            Pattern.compile("\\b(rais|increas|lower|reduc|chang|add|drop|remov)", Pattern.CASE_INSENSITIVE);
    private static final double CERTAIN_ALONE = 0.8;
    private static final double CERTAIN_WITH_PHRASE = 0.5;
    private static final double PLAUSIBLE = 0.2;
    private static final double PHRASE = 1.4;
    private static final double PLAIN_PHRASE = 2.2;
    private static final double WHOLE_PHRASE = 4.0;
    private static final double HAZARD_PHRASE = 2;
    private static final Set<String> ALONE = Set.of(
            "COMPLAINT",
            "LEGAL",
            "NON_RENEWAL",
            "NONPAY_NOTICE",
            "UW_CANCELLATION",
            "DOWNLOAD",
            "UNDERWRITING",
            "INSPECTION",
            "COMMISSION",
            "MARKETING",
            Topics.NONE);
    private static final Set<String> NEVER_FURTHER =
            Set.of("MARKETING", "DOCUMENT_RECEIVED", "DATA_FIX", "DOWNLOAD", CONTRACT);
    private static final Set<String> MACHINES = Set.of("SYSTEM", "CARRIER_FEED");

    /** A form's field that says no. */
    private static final Pattern DECLINED =
            Pattern.compile("[:?=]\\s*(no|none|n/a|false|not needed)\\b\\W*$", Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;
    private final Suggesters suggesters;

    FurtherTopics(Lexicon lexicon, Suggesters suggesters) {
        this.lexicon = lexicon;
        this.suggesters = suggesters;
    }

    /** Topics beside the main one in the order of the text. */
    List<Intent> find(
            MessageText message, MessageParts parts, Identity identity, String main, Lexicon.Reading reading) {
        if (ALONE.contains(main)
                || identity.senderRole() == SenderRole.CARRIER
                || MACHINES.contains(message.channel())) {
            return List.of();
        }
        String text = parts.forwarded().isBlank() ? parts.text() : parts.text() + "\n" + parts.forwarded();
        Map<String, Intent> further = new LinkedHashMap<>();
        WorkTypeSuggester suggester = suggesters.current();
        for (Segment segment : Segments.of(text)) {
            inSegment(segment, reading.phrases(), main, message.channel(), identity.senderRole(), suggester)
                    .filter(one -> !one.topic().equals(main) && !NEVER_FURTHER.contains(one.topic()))
                    .filter(one -> !requirement(main, one.topic(), segment.text()))
                    .ifPresent(one -> further.merge(one.topic(), one, FurtherTopics::joined));
        }
        reading.found().stream()
                .filter(one -> !one.topic().name().equals(main) && plainlySaid(one))
                .filter(one -> !NEVER_FURTHER.contains(one.topic().name()))
                .forEach(one -> further.putIfAbsent(
                        one.topic().name(),
                        new Intent(one.topic().name(), one.topic().workType(), CERTAIN_WITH_PHRASE, 0, text.length())));
        boolean requirements = reading.found().stream()
                .anyMatch(one -> one.topic().name().equals(CONTRACT) && one.writtenScore() >= PLAIN_PHRASE);
        if (!main.equals(CONTRACT) && (requirements || (main.equals("CERTIFICATE") && Contracts.attached(message)))) {
            further.putIfAbsent(
                    "CONTRACT",
                    new Intent(
                            "CONTRACT",
                            "CONTRACT_REVIEW",
                            CERTAIN_WITH_PHRASE,
                            0,
                            parts.text().length()));
        }
        return new ArrayList<>(further.values());
    }

    private Optional<Intent> inSegment(
            Segment segment,
            Lexicon.Phrases phrases,
            String main,
            String channel,
            SenderRole role,
            WorkTypeSuggester suggester) {
        if (DECLINED.matcher(segment.text()).find()) {
            return Optional.empty();
        }
        List<Found> spokenOf = phrases.find(segment.text());
        Scored first = suggester
                .suggestPart(segment.text(), channel, TopicReader.opinion(spokenOf, channel, role))
                .get(0);
        Optional<Topic> topic = lexicon.ofWorkType(first.workType());
        double spoken = topic.flatMap(one -> spokenOf.stream()
                        .filter(found -> found.topic().equals(one))
                        .max(Comparator.comparingDouble(Found::score)))
                .map(Found::score)
                .orElse(0.0);
        boolean hazard = topic.filter(one -> one.hazardRank() > 0).isPresent();
        boolean usual = lexicon.named(main)
                .filter(one -> topic.filter(other -> one.absorbs().contains(other.name()))
                        .isPresent())
                .isPresent();
        boolean said = usual
                ? (spoken >= PHRASE && first.probability() >= CERTAIN_ALONE)
                        || (spoken >= WHOLE_PHRASE && first.probability() >= PLAUSIBLE)
                : first.probability() >= CERTAIN_ALONE
                        || (spoken >= PHRASE && first.probability() >= CERTAIN_WITH_PHRASE)
                        || (spoken >= (hazard ? HAZARD_PHRASE : PLAIN_PHRASE) && first.probability() >= PLAUSIBLE);
        double confidence =
                spoken >= WHOLE_PHRASE ? Math.max(CERTAIN_WITH_PHRASE, first.probability()) : first.probability();
        return topic.filter(one -> said)
                .map(one -> new Intent(one.name(), first.workType(), confidence, segment.start(), segment.end()));
    }

    /** A limit that a certificate shall show is a requirement to check, not a change to make. */
    private static boolean requirement(String main, String topic, String text) {
        return CERTIFICATES.contains(main)
                && topic.equals("COVERAGE_LIMIT")
                && !CHANGE.matcher(text).find();
    }

    private static boolean plainlySaid(Found found) {
        return found.writtenScore() >= (found.topic().name().equals("MORTGAGEE") ? PLAIN_PHRASE : WHOLE_PHRASE);
    }

    private static Intent joined(Intent one, Intent two) {
        return new Intent(
                one.topic(),
                one.workType(),
                Math.max(one.confidence(), two.confidence()),
                Math.min(one.start(), two.start()),
                Math.max(one.end(), two.end()));
    }
}
