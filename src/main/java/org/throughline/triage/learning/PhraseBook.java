package org.throughline.triage.learning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.PerAgency;
import org.throughline.platform.web.Page;
import org.throughline.triage.Phrases;
import org.throughline.triage.Phrases.Finder;
import org.throughline.triage.Phrases.Hit;
import org.throughline.triage.Phrases.Phrase;
import org.throughline.triage.Phrases.PhraseTopic;
import org.throughline.triage.suggest.Digests;
import org.throughline.triage.suggest.Example;

/** The phrases by which topics are found: those of the build, and those that analysts added. */
@Component
public class PhraseBook {

    static final int MOST_ADDED = 200;
    private static final double HEAVIEST = 5;
    private static final int LONGEST_WHY = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int SHOWN = 10;
    private static final String BUILT_IN = "b-";

    private final PhraseRules rules;
    private final Phrases phrases;
    private final LearningSource source;
    private final Clock clock;
    private final PerAgency<String> used;

    PhraseBook(PhraseRules rules, Phrases phrases, LearningSource source, AgencyProfile agency, Clock clock) {
        this.rules = rules;
        this.phrases = phrases;
        this.source = source;
        this.clock = clock;
        this.used = new PerAgency<>(agency, () -> "");
    }

    /**
     * What a pattern finds.
     *
     * @param hits places in the text that was given
     * @param found how many of the build's examples it finds
     * @param workTypes of which work types those are, the most frequent first
     * @param samples the first of them
     */
    public record Tried(List<Hit> hits, int found, Map<String, Integer> workTypes, List<Sample> samples) {}

    /** An example that a pattern finds, and the words it finds there. */
    public record Sample(String workType, String text, String words) {}

    public List<PhraseTopic> topics() {
        return phrases.topics();
    }

    /** One page of phrases: those of analysts first. */
    public Page<PhraseRule> list(
            @Nullable String topic, @Nullable Boolean on, @Nullable Boolean builtIn, String text, int page, int size) {
        String part = text.toLowerCase(Locale.ROOT);
        List<PhraseRule> all = all().stream()
                .filter(rule -> topic == null || topic.equals(rule.phrase().topic()))
                .filter(rule -> on == null || on == rule.on())
                .filter(rule -> builtIn == null || builtIn == rule.builtIn())
                .filter(rule -> rule.phrase().pattern().toLowerCase(Locale.ROOT).contains(part)
                        || rule.phrase().why().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        return new Page<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    private List<PhraseRule> all() {
        List<PhraseRule> all = new ArrayList<>();
        Map<String, PhraseRule> switched = new HashMap<>();
        for (PhraseRule rule : rules.all()) {
            if (rule.builtIn()) {
                switched.put(rule.id(), rule);
            } else {
                all.add(0, rule);
            }
        }
        for (Phrase phrase : phrases.ofTheBuild()) {
            String id = id(phrase);
            PhraseRule rule = switched.get(id);
            all.add(rule == null ? new PhraseRule(id, phrase, true, true, "", null) : rule);
        }
        return all;
    }

    /**
     * Adds a phrase; intake looks for it at once on this node and within half a minute on the others.
     *
     * @throws LearningRefused if it cannot be used
     */
    public PhraseRule add(Phrase phrase, String by) {
        require(
                phrases.topics().stream().anyMatch(topic -> topic.name().equals(phrase.topic())),
                "There is no topic " + phrase.topic() + ".");
        require(
                Math.abs(phrase.weight()) <= HEAVIEST && phrase.weight() != 0,
                "The weight is between -5 and 5 and not 0; 2 finds a topic by itself, below 0 speaks against it.");
        require(
                !phrase.why().isBlank() && phrase.why().length() <= LONGEST_WHY,
                "Say in up to " + LONGEST_WHY + " characters why the phrase speaks for the topic.");
        check(phrase.pattern());
        List<PhraseRule> all = all();
        if (all.stream()
                .anyMatch(rule -> rule.phrase().topic().equals(phrase.topic())
                        && rule.phrase().pattern().equals(phrase.pattern()))) {
            throw LearningRefused.conflict("The topic has this phrase already. Switch it on instead.");
        }
        if (all.stream().filter(rule -> !rule.builtIn() && rule.on()).count() >= MOST_ADDED) {
            throw LearningRefused.conflict(
                    "There are " + MOST_ADDED + " added phrases already. Switch off what is no longer needed first.");
        }
        PhraseRule rule = new PhraseRule(UUID.randomUUID().toString(), phrase, false, true, by, clock.instant());
        rules.add(rule);
        refresh();
        return rule;
    }

    /**
     * Has intake look for a phrase or not.
     *
     * @throws LearningRefused if there is no such phrase
     */
    public PhraseRule set(String id, boolean on, String by) {
        PhraseRule found = all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> LearningRefused.notFound("There is no phrase " + id + "."));
        if (on && !found.builtIn() && !found.on()) {
            long added =
                    all().stream().filter(rule -> !rule.builtIn() && rule.on()).count();
            if (added >= MOST_ADDED) {
                throw LearningRefused.conflict("There are " + MOST_ADDED + " added phrases already.");
            }
        }
        PhraseRule changed = new PhraseRule(id, found.phrase(), found.builtIn(), on, by, clock.instant());
        if (!rules.change(id, on, by, clock.instant())) {
            rules.add(changed);
        }
        refresh();
        return changed;
    }

    /**
     * Tries a pattern on a text and on the build's examples, with no effect.
     *
     * @throws LearningRefused if the pattern cannot be used
     */
    public Tried tryOut(String pattern, String text) {
        check(pattern);
        require(text.length() <= LONGEST_TEXT, "A text to try has up to " + LONGEST_TEXT + " characters.");
        Finder finder = Phrases.finder(pattern);
        Map<String, Integer> counts = new TreeMap<>();
        List<Sample> samples = new ArrayList<>();
        int found = 0;
        for (Example example : source.builtIn()) {
            List<Hit> hits = finder.hits(example.text());
            if (!hits.isEmpty()) {
                found++;
                counts.merge(example.workType(), 1, Integer::sum);
                if (samples.size() < SHOWN) {
                    samples.add(new Sample(
                            example.workType(), example.text(), hits.get(0).words()));
                }
            }
        }
        Map<String, Integer> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, java.util.LinkedHashMap::new));
        return new Tried(finder.hits(text), found, sorted, samples);
    }

    /** Takes over what any node changed; one small query where nothing did. */
    void refresh() {
        String stamp = rules.stamp();
        if (!stamp.equals(used.get())) {
            List<PhraseRule> kept = rules.all();
            List<Phrase> added = kept.stream()
                    .filter(rule -> !rule.builtIn() && rule.on())
                    .map(PhraseRule::phrase)
                    .toList();
            Set<String> off = kept.stream()
                    .filter(rule -> rule.builtIn() && !rule.on())
                    .map(PhraseRule::id)
                    .collect(Collectors.toSet());
            phrases.use(
                    added,
                    phrases.ofTheBuild().stream()
                            .filter(phrase -> off.contains(id(phrase)))
                            .collect(Collectors.toSet()));
            used.set(stamp);
        }
    }

    private static String id(Phrase phrase) {
        return BUILT_IN + Digests.of(phrase.topic() + "\t" + phrase.pattern());
    }

    private static void check(String pattern) {
        try {
            Phrases.check(pattern);
        } catch (IllegalArgumentException unusable) {
            throw LearningRefused.invalid(String.valueOf(unusable.getMessage()));
        }
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw LearningRefused.invalid(sentence);
        }
    }
}
