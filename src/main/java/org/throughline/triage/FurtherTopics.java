package org.throughline.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.FurtherCandidates.Candidate;
import org.throughline.triage.Lexicon.Found;
import org.throughline.triage.Lexicon.Topic;
import org.throughline.triage.suggest.Suggestion;

/**
 * Finds what a message asks for beside its main topic. Each sentence or list item is judged on its own; what only explains
 * the main topic is left out.
 */
@Component
class FurtherTopics {

    private static final String CONTRACT = "CONTRACT";
    private static final Set<String> CERTIFICATES =
            Set.of("CERTIFICATE", "PROPERTY_CERTIFICATE", "PROPERTY_EVIDENCE", "CERTIFICATE_BATCH");
    private static final QuickPattern CHANGE =
            QuickPattern.compile("\\b(rais|increas|lower|reduc|chang|add|drop|remov)", Pattern.CASE_INSENSITIVE);

    /** Fainter than this is not even a note. */
    private static final double FAINT = 0.3;

    private static final double LIKELY = 0.5;

    /** Requirements that lie before us are to be compared, whoever sent them. */
    private static final double EVIDENT = 0.7;

    private static final double SAID = 1.4;
    private static final double BEYOND_DOUBT = 0.75;
    private static final double PLAIN_PHRASE = 2.2;
    private static final double WHOLE_PHRASE = 4.0;
    private static final Set<String> NEVER_BY_PHRASES =
            Set.of("MARKETING", "DOCUMENT_RECEIVED", "DATA_FIX", "DOWNLOAD", CONTRACT);
    private static final Set<String> ALONE = Set.of("MARKETING", Topics.NONE);
    private static final Set<String> MACHINES = Set.of("SYSTEM", "CARRIER_FEED");

    /** A form's field that says no. */
    private static final QuickPattern DECLINED =
            QuickPattern.compile("[:?=]\\s*(no|none|n/a|false|not needed)\\b\\W*$", Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;
    private final FurtherCandidates candidates;

    FurtherTopics(Lexicon lexicon, FurtherCandidates candidates) {
        this.lexicon = lexicon;
        this.candidates = candidates;
    }

    /** Topics beside the main one in the order of the text. */
    List<Intent> find(MessageText message, MessageParts parts, Identity identity, Main main, Lexicon.Reading reading) {
        if (ALONE.contains(main.topic())) {
            return List.of();
        }
        List<Intent> further = new ArrayList<>();
        String text = text(parts);
        for (Candidate one : candidates.of(sight(message, parts, identity, main, reading))) {
            double probability = one.probability();
            if (probability >= FAINT && !DECLINED.matcher(one.part().text()).find()) {
                lexicon.ofWorkType(one.workType())
                        .map(Topic::name)
                        .filter(topic -> !topic.equals(main.topic())
                                && !explained(main.topic(), topic, one, probability)
                                && !requirement(main.topic(), topic, one.part().text()))
                        .ifPresent(topic -> further.add(intent(topic, one, probability, text)));
            }
        }
        further.sort(Comparator.comparingInt((Intent one) -> one.end() - one.start() == text.length() ? 1 : 0)
                .thenComparingInt(Intent::start));
        reading.found().stream()
                .filter(one -> !one.topic().name().equals(main.topic()) && plainlySaid(one))
                .map(Found::topic)
                .forEach(topic -> addOnce(further, topic.name(), topic.workType(), LIKELY, text.length()));
        if (contractToReview(message, main.topic(), reading)) {
            addOnce(further, CONTRACT, "CONTRACT_REVIEW", EVIDENT, parts.text().length());
        }
        return further;
    }

    /** What the whole text says in so many words, though no part of it does. */
    private static void addOnce(List<Intent> further, String topic, String workType, double confidence, int length) {
        if (further.stream().noneMatch(one -> one.topic().equals(topic) && one.confidence() >= confidence)) {
            further.removeIf(one -> one.topic().equals(topic));
            further.add(new Intent(topic, workType, confidence, 0, length));
        }
    }

    private static boolean plainlySaid(Found found) {
        return !NEVER_BY_PHRASES.contains(found.topic().name())
                && found.writtenScore() >= (found.topic().name().equals("MORTGAGEE") ? PLAIN_PHRASE : WHOLE_PHRASE);
    }

    /** What a message is mainly about. */
    record Main(String topic, String workType, Suggestion suggestion) {}

    static FurtherCandidates.Sight sight(
            MessageText message, MessageParts parts, Identity identity, Main main, Lexicon.Reading reading) {
        SenderRole role = identity.senderRole();
        return new FurtherCandidates.Sight(
                message,
                text(parts),
                parts.subject(),
                role,
                role == SenderRole.CARRIER || MACHINES.contains(message.channel()),
                main.workType(),
                main.suggestion(),
                reading.phrases());
    }

    private static String text(MessageParts parts) {
        return parts.forwarded().isBlank() ? parts.text() : parts.text() + "\n" + parts.forwarded();
    }

    /** A subject speaks for the whole text. */
    private static Intent intent(String topic, Candidate one, double probability, String text) {
        boolean subject = one.part().start() < 0;
        return new Intent(
                topic,
                one.workType(),
                probability,
                subject ? 0 : one.part().start(),
                subject ? text.length() : one.part().end());
    }

    private static boolean contractToReview(MessageText message, String main, Lexicon.Reading reading) {
        boolean requirements = reading.found().stream()
                .anyMatch(one -> one.topic().name().equals(CONTRACT) && one.writtenScore() >= PLAIN_PHRASE);
        return !main.equals(CONTRACT) && (requirements || (main.equals("CERTIFICATE") && Contracts.attached(message)));
    }

    /** What the main topic usually brings with it counts only where it is said, or asked for beyond doubt. */
    private boolean explained(String main, String topic, Candidate one, double probability) {
        boolean usual = lexicon.named(main)
                .filter(known -> known.absorbs().contains(topic))
                .isPresent();
        return usual
                && probability < BEYOND_DOUBT
                && !FurtherJudge.goesOn(one.part().text())
                && one.spoken() < SAID;
    }

    /** A limit that a certificate shall show is a requirement to check, not a change to make. */
    private static boolean requirement(String main, String topic, String text) {
        return CERTIFICATES.contains(main)
                && topic.equals("COVERAGE_LIMIT")
                && !CHANGE.matcher(text).find();
    }
}
