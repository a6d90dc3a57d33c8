package org.throughline.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.triage.Lexicon.Found;
import org.throughline.triage.Lexicon.Topic;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.Suggestion;

/**
 * Finds what a message is about. The lexicon's phrases and the learned suggester are asked together; a hazard that the
 * phrases find leads as soon as the suggester does not rule it out, since missing one costs more than looking twice.
 */
@Component
class TopicReader {

    private static final double HAZARD_FOUND = 2;
    private static final double HAZARD_PLAIN = 5;
    private static final double RULED_OUT = 0.03;
    private static final double DOUBTED = 0.15;
    private static final int NO_HAZARD = 100;
    private static final double HAZARD_SPOKEN = 1.5;
    private static final double HAZARD_LIKELY = 0.05;
    private static final int TEXT_STARTS = 1_000;
    private static final int SHORT_TEXT = 120;
    private static final int ATTACHED_READ = 2_000;

    private final Lexicon lexicon;
    private final Suggesters suggesters;
    private final FurtherTopics furtherTopics;

    TopicReader(Lexicon lexicon, Suggesters suggesters, FurtherTopics furtherTopics) {
        this.lexicon = lexicon;
        this.suggesters = suggesters;
        this.furtherTopics = furtherTopics;
    }

    Topics read(MessageText message, MessageParts parts, Identity identity) {
        Lexicon.Reading reading = led(lexicon.read(parts), message, identity);
        List<Found> found = reading.found();
        Suggestion suggestion = suggesters
                .current()
                .suggest(text(parts), message.channel(), opinion(found, message.channel(), identity.senderRole()));
        Optional<Found> hazard =
                found.stream().findFirst().filter(first -> leads(first, message, identity, suggestion));
        String workType = hazard.map(first -> workType(first.topic(), message.channel(), identity.senderRole()))
                .orElse(suggestion.first().workType());
        String main = hazard.map(first -> first.topic().name())
                .or(() -> lexicon.ofWorkType(workType).map(Topic::name))
                .orElse(Topics.NONE);
        return new Topics(
                main,
                workType,
                rounded(suggestion.probability(workType)),
                found.stream()
                        .filter(one -> one.topic().name().equals(main))
                        .findFirst()
                        .map(Found::score)
                        .orElse(0.0),
                found.stream().map(Found::writtenScore).reduce(0.0, Math::max),
                hazardSuspected(main, found, suggestion),
                furtherTopics.find(
                        message, parts, identity, new FurtherTopics.Main(main, workType, suggestion), reading),
                why(main, found, suggestion),
                suggestion);
    }

    /** How strongly the phrases speak for each work type; what is left to 1 is their doubt. */
    static Map<String, Double> opinion(List<Found> found, String channel, SenderRole role) {
        double sum = 1 + found.stream().map(one -> Math.max(0, one.score())).reduce(0.0, Double::sum);
        Map<String, Double> opinion = new HashMap<>();
        found.forEach(one ->
                opinion.merge(workType(one.topic(), channel, role), Math.max(0, one.score()) / sum, Double::sum));
        return opinion;
    }

    /** A carrier that writes of cancellation cancels; it does not ask for it. */
    private static String workType(Topic topic, String channel, SenderRole role) {
        boolean carrier = role == SenderRole.CARRIER || channel.equals("CARRIER_FEED");
        return carrier && topic.name().equals("CANCELLATION") ? "CANCEL_NOTICE_UW" : topic.workType();
    }

    /** What the suggester reads of a message. */
    static String text(MessageParts parts) {
        StringBuilder text = new StringBuilder();
        text.append(parts.subject()).append('\n').append(parts.text());
        if (!parts.forwarded().isBlank()) {
            text.append('\n').append(parts.forwarded());
        }
        if (text.length() < SHORT_TEXT && !parts.attached().isBlank()) {
            text.append('\n')
                    .append(
                            parts.attached(),
                            0,
                            Math.min(ATTACHED_READ, parts.attached().length()));
        }
        return text.toString();
    }

    /** Topics found by phrases: hazards first, without those that another one explains. */
    private static Lexicon.Reading led(Lexicon.Reading reading, MessageText message, Identity identity) {
        List<Found> left = new ArrayList<>(reading.found());
        left.sort(Comparator.comparingInt((Found one) -> rank(one, message.channel(), identity))
                .thenComparing(Comparator.comparingDouble(Found::score).reversed()));
        certificateLeadsItsWording(left);
        List<Found> kept = new ArrayList<>();
        while (!left.isEmpty()) {
            Found next = left.remove(0);
            kept.add(next);
            if (next.score() >= HAZARD_FOUND) {
                left.removeIf(
                        other -> next.topic().absorbs().contains(other.topic().name())
                                && (next.topic().hazardRank() > 0 || other.score() <= next.score() * 1.3));
            }
        }
        return new Lexicon.Reading(kept, reading.phrases());
    }

    /** Wording asked for with a certificate is part of that certificate, unless the endorsement is the plain point. */
    private static void certificateLeadsItsWording(List<Found> found) {
        if (found.isEmpty() || !found.get(0).topic().name().equals("ADDITIONAL_INSURED")) {
            return;
        }
        boolean subjectIsWording = found.get(0).position() < TEXT_STARTS;
        double wording = Math.min(4, found.get(0).score());
        found.stream()
                .filter(other -> other.topic().name().equals("CERTIFICATE")
                        && other.writtenScore() >= wording * 0.6
                        && (!subjectIsWording || other.position() < TEXT_STARTS))
                .findFirst()
                .ifPresent(certificate -> {
                    found.remove(certificate);
                    found.add(0, certificate);
                });
    }

    private static int rank(Found found, String channel, Identity identity) {
        String topic = found.topic().name();
        if (channel.equals("CARRIER_FEED") && topic.equals("DOWNLOAD") && found.score() >= 3) {
            return 0;
        }
        if (channel.equals("SYSTEM") && topic.equals("RENEWAL")) {
            return 0;
        }
        if (found.topic().hazardRank() == 0 || found.score() < HAZARD_FOUND) {
            return NO_HAZARD;
        }
        boolean carrierTellsOfItsOwnWork = identity.senderRole() == SenderRole.CARRIER
                && (topic.equals("LOSS") || topic.equals("COMPLAINT") || topic.equals("CANCELLATION"))
                && found.score() < 4;
        return carrierTellsOfItsOwnWork ? NO_HAZARD : found.topic().hazardRank();
    }

    /** A hazard found by phrases leads unless the suggester names a hazard of its own or rules this one out. */
    private boolean leads(Found first, MessageText message, Identity identity, Suggestion suggestion) {
        if (rank(first, message.channel(), identity) >= NO_HAZARD) {
            return false;
        }
        String workType = workType(first.topic(), message.channel(), identity.senderRole());
        double probability = suggestion.probability(workType);
        boolean otherHazard = lexicon.ofWorkType(suggestion.first().workType())
                .filter(topic -> topic.hazardRank() > 0)
                .isPresent();
        return !otherHazard && probability >= (first.score() >= HAZARD_PLAIN ? RULED_OUT : DOUBTED);
    }

    private boolean hazardSuspected(String main, List<Found> found, Suggestion suggestion) {
        boolean spoken = found.stream()
                .anyMatch(one -> one.topic().hazardRank() > 0
                        && one.score() >= HAZARD_SPOKEN
                        && !one.topic().name().equals(main));
        boolean likely = suggestion.ranked().stream()
                .filter(one -> one.probability() >= HAZARD_LIKELY)
                .flatMap(one -> lexicon.ofWorkType(one.workType()).stream())
                .anyMatch(topic -> topic.hazardRank() > 0 && !topic.name().equals(main));
        return spoken || likely;
    }

    private static List<String> why(String main, List<Found> found, Suggestion suggestion) {
        Set<String> why = new LinkedHashSet<>();
        found.stream().filter(one -> one.topic().name().equals(main)).forEach(one -> why.addAll(one.why()));
        if (!suggestion.reasons().isEmpty()) {
            why.add("words as in earlier messages: " + String.join(", ", suggestion.reasons()));
        }
        return List.copyOf(why);
    }

    private static double rounded(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }
}
