package org.throughline.triage.learning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.web.Page;
import org.throughline.triage.ExampleCandidates;
import org.throughline.triage.SenderRole;
import org.throughline.triage.learning.TrainingExample.Source;
import org.throughline.triage.learning.TrainingExample.State;
import org.throughline.triage.learning.TrainingExamples.Change;
import org.throughline.triage.learning.TrainingExamples.Filter;
import org.throughline.triage.suggest.Corpus;
import org.throughline.triage.suggest.Digests;
import org.throughline.triage.suggest.Example;

/** The examples that the suggester learns from: those of the build, and those that people gave. */
@Component
public class ExampleBook implements ExampleCandidates {

    /** Where an example can come from, and by whom. */
    public static final List<String> CHANNELS =
            List.of("EMAIL", "PHONE", "VOICEMAIL", "SMS", "PORTAL", "FORM", "CARRIER_FEED", "SYSTEM");

    public static final List<String> SENDERS = List.of("CLIENT", "THIRD_PARTY", "CARRIER", "INTERNAL", "UNKNOWN");

    static final int MOST_CANDIDATES = 20;
    private static final String BUILT_IN = "b-";
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_BODY = 6_000;
    private static final int LONGEST_NOTE = 500;
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final TrainingExamples examples;
    private final LearningSource source;
    private final Clock clock;
    private volatile @Nullable Set<String> ofTheBuild;

    ExampleBook(TrainingExamples examples, LearningSource source, Clock clock) {
        this.examples = examples;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Outcome record(Decided decided) {
        if (decided.decidedType().equals(decided.suggestedType())) {
            return Outcome.AGREED;
        }
        if ((decided.body().isBlank() && decided.subject().isBlank())
                || !Corpus.WORK_TYPES.contains(decided.decidedType())
                || !CHANNELS.contains(decided.channel())) {
            return Outcome.NOT_LEARNABLE;
        }
        Example example = masked(
                decided.decidedType(),
                decided.channel(),
                sender(decided.senderRole()),
                decided.subject(),
                decided.body());
        if (isKnown(example)) {
            return Outcome.KNOWN;
        }
        String domain = domain(decided.senderAddress(), decided.channel());
        if (examples.openCandidates(domain) >= MOST_CANDIDATES) {
            return Outcome.TOO_MANY;
        }
        examples.add(
                new TrainingExample(
                        UUID.randomUUID().toString(),
                        example,
                        decided.suggestedType(),
                        Source.TRIAGE,
                        State.CANDIDATE,
                        "",
                        decided.decidedBy(),
                        clock.instant()),
                domain,
                hash(example));
        return Outcome.RECORDED;
    }

    /**
     * Adds an example that an analyst wrote; it is learned from at the next run.
     *
     * @throws LearningRefused if it says nothing, is there already or names what does not exist
     */
    public TrainingExample add(Example given, String note, String by) {
        requireWorkType(given.workType());
        require(CHANNELS.contains(given.channel()), "The channel is one of " + CHANNELS + ".");
        require(SENDERS.contains(given.sender()), "The sender is one of " + SENDERS + ".");
        require(
                !given.body().isBlank() || !given.subject().isBlank(),
                "An example needs a subject or a text. Write one.");
        require(
                given.subject().length() <= LONGEST_SUBJECT && given.body().length() <= LONGEST_BODY,
                "A subject has up to " + LONGEST_SUBJECT + " characters, a text up to " + LONGEST_BODY + ".");
        Example example = masked(given.workType(), given.channel(), given.sender(), given.subject(), given.body());
        if (isKnown(example)) {
            throw LearningRefused.conflict(
                    "The same text is there already, as an example or to measure by. Search for its words.");
        }
        TrainingExample added = new TrainingExample(
                UUID.randomUUID().toString(), example, null, Source.ANALYST, State.ON, note(note), by, clock.instant());
        examples.add(added, "", hash(example));
        return added;
    }

    /**
     * Switches an example on or off; of a candidate that is accepting or rejecting it.
     *
     * @param workType another work type for it, or null to leave it
     * @throws LearningRefused if there is no such example
     */
    public TrainingExample set(String id, State state, @Nullable String workType, String note, String by) {
        require(state != State.CANDIDATE, "An example is switched ON or OFF.");
        Change change = new Change(note(note), by, clock.instant());
        if (id.startsWith(BUILT_IN)) {
            return switchBuiltIn(id, state, change);
        }
        TrainingExample found =
                examples.find(id).orElseThrow(() -> LearningRefused.notFound("There is no example " + id + "."));
        String type = workType == null ? found.example().workType() : workType;
        requireWorkType(type);
        examples.change(id, state, type, change);
        return examples.find(id).orElseThrow(() -> LearningRefused.notFound("There is no example " + id + "."));
    }

    private TrainingExample switchBuiltIn(String id, State state, Change change) {
        String digest = id.substring(BUILT_IN.length());
        Example example = source.builtIn().stream()
                .filter(one -> one.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> LearningRefused.notFound("There is no example " + id + "."));
        if (state == State.OFF) {
            examples.switchOff(digest, change);
        } else {
            examples.switchOn(digest);
        }
        return builtIn(example, state == State.OFF ? change : null);
    }

    /** One page of examples; those of the build only where the filter asks for them. */
    public Page<TrainingExample> list(Filter filter, int page, int size) {
        if (filter.source() != Source.BUILT_IN) {
            return new Page<>(examples.list(filter, page, size), page, size, examples.count(filter));
        }
        Map<String, Change> off = examples.switchedOff();
        String text = filter.text().toLowerCase(Locale.ROOT);
        List<TrainingExample> all = source.builtIn().stream()
                .filter(one -> filter.workType() == null || filter.workType().equals(one.workType()))
                .filter(one -> one.text().toLowerCase(Locale.ROOT).contains(text))
                .map(one -> builtIn(one, off.get(one.digest())))
                .filter(one -> filter.state() == null || filter.state() == one.state())
                .toList();
        return new Page<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    /** What the next model is learned from. */
    public List<Example> training() {
        Map<String, Change> off = examples.switchedOff();
        return Stream.concat(
                        source.builtIn().stream().filter(one -> off.isEmpty() || !off.containsKey(one.digest())),
                        examples.on().stream().map(TrainingExample::example))
                .toList();
    }

    /** Examples by their digest, as far as they still exist. */
    public Map<String, Example> byDigest(Set<String> digests) {
        Map<String, Example> found = new HashMap<>();
        Stream.concat(source.builtIn().stream(), examples.on().stream().map(TrainingExample::example))
                .filter(one -> digests.contains(one.digest()))
                .forEach(one -> found.put(one.digest(), one));
        return found;
    }

    /** How many examples each work type has to learn from. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        Corpus.WORK_TYPES.forEach(type -> sizes.put(type, 0));
        training().forEach(one -> sizes.merge(one.workType(), 1, Integer::sum));
        return sizes;
    }

    private static TrainingExample builtIn(Example example, @Nullable Change off) {
        return new TrainingExample(
                BUILT_IN + example.digest(),
                example,
                null,
                Source.BUILT_IN,
                off == null ? State.ON : State.OFF,
                off == null ? "" : off.note(),
                off == null ? "" : off.by(),
                off == null ? null : off.at());
    }

    private boolean isKnown(Example example) {
        String hash = hash(example);
        return hashesOfTheBuild().contains(hash) || examples.knows(hash);
    }

    /** What measures must not be learned either, or it would measure nothing. */
    private Set<String> hashesOfTheBuild() {
        Set<String> known = ofTheBuild;
        if (known == null) {
            Set<String> hashes = new HashSet<>();
            List<Example> all = new ArrayList<>(source.builtIn());
            all.addAll(source.calibration());
            all.addAll(source.frozen());
            all.forEach(one ->
                    hashes.add(hash(masked(one.workType(), one.channel(), one.sender(), one.subject(), one.body()))));
            known = Set.copyOf(hashes);
            ofTheBuild = known;
        }
        return known;
    }

    /** The same for texts that differ in numbers, punctuation, spacing and capitals alone. */
    static String hash(Example example) {
        return Digests.of(NOT_LETTERS
                .matcher(example.text().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip());
    }

    private static Example masked(String workType, String channel, String sender, String subject, String body) {
        return new Example(
                workType,
                channel,
                sender,
                cut(PersonalData.masked(cut(subject, LONGEST_SUBJECT)), LONGEST_SUBJECT),
                PersonalData.masked(cut(body, LONGEST_BODY)));
    }

    private static String domain(String address, String channel) {
        int at = address.lastIndexOf('@');
        return at < 0 ? "channel:" + channel : cut(address.substring(at + 1).toLowerCase(Locale.ROOT), 255);
    }

    private static String sender(SenderRole role) {
        return switch (role) {
            case CARRIER -> "CARRIER";
            case STAFF -> "INTERNAL";
            case THIRD_PARTY -> "THIRD_PARTY";
            case UNKNOWN -> "UNKNOWN";
            default -> "CLIENT";
        };
    }

    private static String note(String note) {
        require(note.length() <= LONGEST_NOTE, "A note has up to " + LONGEST_NOTE + " characters.");
        return note;
    }

    private static void requireWorkType(String workType) {
        require(Corpus.WORK_TYPES.contains(workType), "There is no work type " + workType + ".");
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw LearningRefused.invalid(sentence);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
