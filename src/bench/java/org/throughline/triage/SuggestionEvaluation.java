package org.throughline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.triage.suggest.Corpus;
import org.throughline.triage.suggest.Evaluation;
import org.throughline.triage.suggest.Example;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.Suggestion.Scored;
import org.throughline.triage.suggest.TabSeparated;
import org.throughline.triage.suggest.WorkTypeSuggester;

/**
 * Measures classification on text that nothing was learned from: {@code mvn -Peval verify}. The frozen set and
 * the unseen one, by other hands, decide; the calibration set, by which the confidence was set and thresholds were chosen,
 * is printed beside it.
 */
public final class SuggestionEvaluation {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestionEvaluation.class);
    private static final Set<String> HAZARDS = Set.of(
            "CLAIM_FNOL",
            "LEGAL_NOTICE",
            "COMPLAINT",
            "CANCEL_REQUEST",
            "NON_RENEWAL_NOTICE",
            "CANCEL_NOTICE_NONPAY",
            "CANCEL_NOTICE_UW",
            "REINSTATEMENT");
    private static final int TIMED = 300;
    private static final int TIMED_WORDS = 200;

    private final Desk desk = new Desk();
    private final Lexicon lexicon = new Lexicon();
    private final WorkTypeSuggester suggester = new Suggesters().current();

    private SuggestionEvaluation() {}

    /** Prints every figure; takes no arguments. */
    public static void main(String[] arguments) {
        SuggestionEvaluation evaluation = new SuggestionEvaluation();
        evaluation.types("calibration set", Corpus.calibration());
        evaluation.types("frozen set", Corpus.frozen());
        evaluation.types("unseen set", unseen());
        evaluation.several("calibration set", "/triage/calibration-several.tsv");
        evaluation.several("frozen set", "/triage/frozen-several.tsv");
        evaluation.several("unseen set", "/triage/unseen-several.tsv");
        evaluation.hazards(Corpus.frozen());
        entities();
        evaluation.time(Corpus.frozen());
    }

    /** Messages by somebody who had seen neither the corpus nor the rules. */
    private static List<Example> unseen() {
        return TabSeparated.rows("/triage/unseen.tsv").stream()
                .map(cells -> new Example(
                        cells.get(0),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        cells.get(5).replace("\\n", "\n")))
                .toList();
    }

    /** Names, numbers, dates and amounts of the labeled samples. */
    private static void entities() {
        EntityScore score = EntityScore.ofSamples();
        EntityScore.Count all = score.all();
        LOG.info(String.format(
                Locale.ROOT,
                "entities of the labeled samples: recall %.3f, precision %.3f of what the labels speak of, %.3f where every"
                        + " value that they leave out counts as wrong%n%s",
                all.recall(),
                (double) all.right() / (all.right() + all.wrong()),
                all.precision(),
                score.report()));
    }

    private void types(String name, List<Example> examples) {
        Evaluation phrases = new Evaluation();
        Evaluation words = new Evaluation();
        Evaluation whole = new Evaluation();
        int automatic = 0;
        int rightly = 0;
        for (Example example : examples) {
            MessageText message =
                    TestMessages.message(example.channel(), example.sender(), example.subject(), example.body());
            Map<String, Double> opinion = TopicReader.opinion(
                    lexicon.read(MessageParts.of(message)).found(), example.channel(), SenderRole.UNKNOWN);
            List<Map.Entry<String, Double>> spoken = opinion.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .toList();
            phrases.add(
                    example.workType(),
                    spoken.stream().map(Map.Entry::getKey).toList(),
                    spoken.isEmpty() ? 0 : spoken.get(0).getValue());
            List<Scored> byWords = suggester
                    .glance(example.text(), example.channel(), Map.of())
                    .ranked();
            words.add(
                    example.workType(),
                    byWords.stream().map(Scored::workType).toList(),
                    byWords.get(0).probability());
            Triage.Outlook outlook = desk.look(message);
            Triage.Planned main = outlook.planned().get(0);
            whole.add(example.workType(), ranked(outlook), main.confidence());
            if (main.classification().equals("AUTO")) {
                automatic++;
                rightly += main.workType().equals(example.workType()) ? 1 : 0;
            }
        }
        LOG.info(
                "{} ({} messages)                 accuracy macro-F1    top-3  cal.err  cov@98%  cov@95%",
                name, examples.size());
        LOG.info(line("keyword rules alone", phrases));
        LOG.info(line("bag of words alone", words));
        LOG.info(line("as decided", whole));
        LOG.info(String.format(
                Locale.ROOT,
                "classified AUTO: %.0f %% of the messages, %.1f %% of them rightly",
                100.0 * automatic / examples.size(),
                100.0 * rightly / Math.max(1, automatic)));
    }

    private static String line(String name, Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%-34s %8.3f %8.3f %8.3f %8.3f %8.2f %8.2f",
                name,
                evaluation.accuracy(),
                evaluation.macroF1(),
                evaluation.topThree(),
                evaluation.calibrationError(),
                evaluation.coverage(0.98),
                evaluation.coverage(0.95));
    }

    private static List<String> ranked(Triage.Outlook outlook) {
        List<String> ranked = new ArrayList<>();
        ranked.add(outlook.planned().get(0).workType());
        outlook.alternatives().forEach(one -> ranked.add(one.workType()));
        return ranked;
    }

    private void several(String name, String resource) {
        int found = 0;
        int wrong = 0;
        int missed = 0;
        for (List<String> cells : TabSeparated.rows(resource)) {
            List<String> wanted = Arrays.asList(cells.get(0).split("\\+"));
            MessageText message = TestMessages.ofCells(cells);
            Triage.Outlook outlook = desk.look(message);
            List<String> got = outlook.planned().stream()
                    .map(Triage.Planned::workType)
                    .distinct()
                    .toList();
            found += (int) wanted.stream().filter(got::contains).count();
            missed += (int) wanted.stream().filter(type -> !got.contains(type)).count();
            wrong += (int) got.stream().filter(type -> !wanted.contains(type)).count();
        }
        LOG.info(String.format(
                Locale.ROOT,
                "several requests in one message, %s: precision %.3f, recall %.3f",
                name,
                (double) found / (found + wrong),
                (double) found / (found + missed)));
    }

    private void hazards(List<Example> examples) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Example example : examples) {
            if (HAZARDS.contains(example.workType())) {
                Triage.Planned main = desk.look(TestMessages.message(
                                example.channel(), example.sender(), example.subject(), example.body()))
                        .planned()
                        .get(0);
                int[] count = counts.computeIfAbsent(example.workType(), type -> new int[3]);
                count[0]++;
                count[1] += main.workType().equals(example.workType()) ? 1 : 0;
                count[2] += main.workType().equals("NOT_WORK")
                                && main.classification().equals("AUTO")
                        ? 1
                        : 0;
            }
        }
        counts.forEach((type, count) ->
                LOG.info("hazard {}: {} of {} found, {} closed unread", type, count[1], count[0], count[2]));
    }

    private void time(List<Example> examples) {
        List<String> words = examples.stream()
                .flatMap(example -> Arrays.stream(example.body().split("\\s+")))
                .toList();
        List<Long> nanoseconds = new ArrayList<>();
        for (int i = 0; i < 2 * TIMED; i++) {
            int from = i * 97 % (words.size() - TIMED_WORDS);
            MessageText message = TestMessages.message(
                    "EMAIL",
                    "CLIENT",
                    "Question",
                    String.join(" ", words.subList(from, from + TIMED_WORDS)).replaceAll("(?<=[.!?]) ", "\n"));
            long begin = System.nanoTime();
            desk.look(message);
            if (i >= TIMED) {
                nanoseconds.add(System.nanoTime() - begin);
            }
        }
        nanoseconds.sort(Comparator.naturalOrder());
        LOG.info(String.format(
                Locale.ROOT,
                "reading and deciding a message of %d words: p50 %.1f ms, p95 %.1f ms",
                TIMED_WORDS,
                nanoseconds.get(TIMED / 2) / 1e6,
                nanoseconds.get(TIMED * 95 / 100) / 1e6));
    }
}
