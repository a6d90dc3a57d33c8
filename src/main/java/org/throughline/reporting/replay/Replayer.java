package org.throughline.reporting.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.operaton.bpm.dmn.feel.impl.FeelException;
import org.springframework.stereotype.Component;
import org.throughline.reporting.replay.ChangedTables.Made;
import org.throughline.reporting.replay.ReplayDifference.Change;
import org.throughline.reporting.replay.ReplayDifference.Fired;
import org.throughline.reporting.replay.ReplayTally.Outputs;

/** Decides the requests of a period anew and compares. Reads only; nothing that it decides is kept or takes effect. */
@Component
class Replayer {

    private static final int PAGE = 200;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LONGEST_REASON = 400;

    private final KeptDecisions history;
    private final DeployedTables deployed;
    private final Clock clock;

    Replayer(KeptDecisions history, DeployedTables deployed, Clock clock) {
        this.history = history;
        this.deployed = deployed;
        this.clock = clock;
    }

    /** Is told how far a replay is; throws to end it. */
    interface Progress {

        void at(int done, int total);
    }

    /** What one replay carries from page to page. */
    private final class Run {

        private final ReplayQuestion question;
        private final ChangedTables tables;
        private final KeptColumns columns = new KeptColumns(deployed);
        private final ReplayTally tally = new ReplayTally(clock.instant());
        private final Map<String, Set<String>> needs = new HashMap<>();
        private final Set<String> fromRequest = new LinkedHashSet<>();
        private final Map<String, String> unrequired = new TreeMap<>();
        private final Map<String, String> reasons = new TreeMap<>();

        Run(ReplayQuestion question, ChangedTables tables) {
            this.question = question;
            this.tables = tables;
        }

        List<ReplayDifference> page(List<KeptDecision> page) {
            history.read(page, columns);
            complete(page);
            List<ReplayDifference> differences = new ArrayList<>();
            for (KeptDecision kept : page) {
                @Nullable ReplayDifference difference = decide(kept);
                if (difference != null) {
                    differences.add(difference);
                }
            }
            return differences;
        }

        /** What the changed tables ask for and those of then did not is taken from the request, where it has it. */
        private void complete(List<KeptDecision> page) {
            Set<String> wanted = new HashSet<>();
            page.forEach(kept -> needs(kept).stream()
                    .filter(name -> !kept.facts.containsKey(name))
                    .forEach(wanted::add));
            if (wanted.isEmpty()) {
                return;
            }
            Map<String, Map<String, @Nullable Object>> variables = history.variables(page, wanted);
            page.forEach(kept -> variables
                    .getOrDefault(kept.request.instance(), Map.of())
                    .forEach((name, value) -> {
                        if (!kept.facts.containsKey(name)) {
                            kept.facts.put(name, value);
                            fromRequest.add(name);
                        }
                    }));
        }

        private Set<String> needs(KeptDecision kept) {
            return needs.computeIfAbsent(kept.key, key -> {
                String top = tables.has(key) ? key : question.key();
                unrequired.putAll(tables.unrequired(top));
                return tables.needs(top);
            });
        }

        private @Nullable ReplayDifference decide(KeptDecision kept) {
            String number = kept.request.number();
            List<String> missing = needs(kept).stream()
                    .filter(name -> !kept.facts.containsKey(name))
                    .toList();
            if (kept.obstacle != null) {
                tally.failed(number, kept.obstacle);
                return null;
            }
            if (!missing.isEmpty()) {
                tally.failed(number, "The table reads " + String.join(", ", missing) + ", which was not kept then.");
                return null;
            }
            String top = tables.has(kept.key) ? kept.key : question.key();
            try {
                Map<String, Made> made = tables.evaluate(top, kept.facts);
                for (String key : List.of(top, question.key())) {
                    Made one = made.get(key);
                    if (one == null || one.outputs().isEmpty()) {
                        tally.failed(number, "No rule of " + key + " applies, so that the request could not go on.");
                        return null;
                    }
                }
                return compare(kept, top, made);
            } catch (DmnEngineException | FeelException failure) {
                tally.failed(number, shortened(failure));
                return null;
            }
        }

        private @Nullable ReplayDifference compare(KeptDecision kept, String top, Map<String, Made> made) {
            List<Change> changes = new ArrayList<>();
            for (String key : new LinkedHashSet<>(List.of(question.key(), top))) {
                Map<String, @Nullable Object> before = kept.outputsOf(key);
                Map<String, @Nullable Object> after =
                        made.getOrDefault(key, new Made(List.of(), Map.of())).outputs();
                Set<String> names = new LinkedHashSet<>(before.keySet());
                names.addAll(after.keySet());
                names.forEach(name -> {
                    String was = KeptValue.text(before.get(name));
                    String is = KeptValue.text(after.get(name));
                    if (!was.equals(is)) {
                        changes.add(new Change(key, name, was, is));
                    }
                });
            }
            @Nullable
            ReplayDifference difference = changes.isEmpty()
                    ? null
                    : new ReplayDifference(kept.request.number(), kept.request.workType(), changes, fired(kept, made));
            Map<String, @Nullable Object> all = new HashMap<>();
            made.values().forEach(one -> all.putAll(one.outputs()));
            Map<String, @Nullable Object> allThen = new HashMap<>();
            kept.outputs.values().forEach(allThen::putAll);
            Made above = made.getOrDefault(top, new Made(List.of(), Map.of()));
            tally.add(
                    kept,
                    new Outputs(kept.outputsOf(kept.key), allThen),
                    new Outputs(above.outputs(), all),
                    difference);
            return difference;
        }

        private List<Fired> fired(KeptDecision kept, Map<String, Made> made) {
            Set<String> keys = new LinkedHashSet<>(made.keySet());
            keys.addAll(kept.rules.keySet());
            List<Fired> fired = new ArrayList<>();
            for (String key : keys) {
                List<String> then = List.copyOf(kept.rulesOf(key));
                List<String> now =
                        made.getOrDefault(key, new Made(List.of(), Map.of())).rules();
                if (!then.equals(now)) {
                    fired.add(new Fired(key, then, now));
                    then.forEach(rule -> explain(rule, columns.reason(rule)));
                    now.forEach(rule -> explain(rule, tables.reason(rule)));
                }
            }
            return fired;
        }

        private void explain(String rule, @Nullable String reason) {
            if (reason != null) {
                reasons.put(rule, reason);
            }
        }

        private List<String> notes(int requests, int decided) {
            List<String> notes = new ArrayList<>();
            if (decided < requests) {
                notes.add((requests - decided) + " of the period's " + requests + " requests "
                        + (decided == question.limit() ? "are older than the limit of " + question.limit() + " or" : "")
                        + " have no record of the decision " + question.key() + ".");
            }
            if (!fromRequest.isEmpty()) {
                notes.add("The tables of then did not read " + String.join(", ", fromRequest)
                        + ": the value is the one that the request has now.");
            }
            unrequired.forEach((name, giver) -> notes.add("The table reads " + name + " without requiring " + giver
                    + ", which gives it. Draw the requirement, or the value may be the one of then."));
            if (!columns.gone().isEmpty()) {
                notes.add("These versions decided then and are not deployed any more, so that their inputs have no"
                        + " names: " + String.join(", ", columns.gone()) + ".");
            }
            return notes;
        }
    }

    /**
     * Runs to the end.
     *
     * @param found takes the differing requests, page by page
     */
    ReplayResult run(
            ReplayQuestion question, ChangedTables tables, Progress progress, Consumer<List<ReplayDifference>> found) {
        long began = System.nanoTime();
        List<KeptDecision> decided = history.of(question);
        int requests = history.requests(question);
        Run run = new Run(question, tables);
        for (int from = 0; from < decided.size(); from += PAGE) {
            progress.at(from, decided.size());
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw ReplayRefused.tooLarge(
                        "The replay was ended after " + LONGEST.toMinutes() + " minutes at request " + from + " of "
                                + decided.size() + ". Choose a shorter period or a smaller limit.");
            }
            List<KeptDecision> page = decided.subList(from, Math.min(from + PAGE, decided.size()));
            found.accept(run.page(page));
            page.forEach(KeptDecision::forget);
        }
        progress.at(decided.size(), decided.size());
        return run.tally.result(
                requests,
                history.peopleByQueue(),
                run.notes(requests, decided.size()),
                run.reasons,
                (System.nanoTime() - began) / 1_000_000);
    }

    private static String shortened(RuntimeException failure) {
        String reason = "The tables cannot decide: " + failure.getMessage();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
