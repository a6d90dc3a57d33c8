package org.throughline.triage.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyScope;
import org.throughline.triage.Phrases;
import org.throughline.triage.learning.LearningRun.State;
import org.throughline.triage.learning.ModelReport.Compared;
import org.throughline.triage.suggest.Example;
import org.throughline.triage.suggest.LearningProgress;
import org.throughline.triage.suggest.LearningProgress.Stage;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.WorkTypeSuggester;

/**
 * Learns a candidate on a thread of its own while messages come in. One run at a time on all nodes; a run that its node does not survive is simply started again.
 */
@Component
public class Retraining implements DisposableBean {

    /** Free heap that learning needs beside the running application, in megabytes; measured, see README. */
    static final int HEAP_NEEDED = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final long MEGABYTE = 1024 * 1024;

    private final LearningRuns runs;
    private final LearningSource source;
    private final ExampleBook examples;
    private final ModelBook models;
    private final SuggestionModels stored;
    private final Suggesters suggesters;
    private final Phrases phrases;
    private final Clock clock;
    private final Executor executor;

    @Autowired
    Retraining(
            LearningRuns runs,
            LearningSource source,
            ExampleBook examples,
            ModelBook models,
            SuggestionModels stored,
            Suggesters suggesters,
            Phrases phrases,
            Clock clock) {
        this(runs, source, examples, models, stored, suggesters, phrases, clock, oneThread());
    }

    Retraining(
            LearningRuns runs,
            LearningSource source,
            ExampleBook examples,
            ModelBook models,
            SuggestionModels stored,
            Suggesters suggesters,
            Phrases phrases,
            Clock clock,
            Executor executor) {
        this.runs = runs;
        this.source = source;
        this.examples = examples;
        this.models = models;
        this.stored = stored;
        this.suggesters = suggesters;
        this.phrases = phrases;
        this.clock = clock;
        this.executor = executor;
    }

    private static ExecutorService oneThread() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "learning");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The run, or the last one. */
    public Optional<LearningRun> last() {
        return runs.last();
    }

    /**
     * Starts a run.
     *
     * @throws LearningRefused if another one runs, nothing changed or this node has too little memory for it
     */
    public void start(String by) {
        if (!suggesters.canLearn()) {
            throw LearningRefused.conflict(
                    "The sentence model does not run on this machine, so nothing can be learned.");
        }
        requireHeap();
        List<Example> training = examples.training();
        String version = Suggesters.version(training, source.calibration());
        if (version.equals(models.inUse())) {
            throw LearningRefused.conflict(
                    "Nothing has changed since the active model was learned. Accept, add or switch examples first.");
        }
        if (stored.find(version)
                .filter(model ->
                        model.state() == LearnedModel.State.CANDIDATE || model.state() == LearnedModel.State.PREVIOUS)
                .isPresent()) {
            throw LearningRefused.conflict(
                    "The model of these examples is there already: " + version + ". Promote it or roll back to it.");
        }
        String run = runs.begin(by)
                .orElseThrow(
                        () -> LearningRefused.conflict("A model is being learned already. Wait for it or cancel it."));
        executor.execute(AgencyScope.carried(() -> learn(run, training, by)));
    }

    /** Ends the run soon; nothing of it stays. */
    public void cancel() {
        if (!runs.askToCancel()) {
            throw LearningRefused.conflict("No model is being learned now.");
        }
    }

    private void learn(String run, List<Example> training, String by) {
        try {
            Instant begin = clock.instant();
            LearningProgress progress = progress(run);
            WorkTypeSuggester active = suggesters.current();
            WorkTypeSuggester learned = suggesters.learn(training, source.calibration(), progress);
            List<Compared> compared = measured(active, learned, progress);
            long seconds = Duration.between(begin, clock.instant()).toSeconds();
            models.keep(
                    learned, training, ModelReport.of(active.modelVersion(), training.size(), seconds, compared), by);
            runs.end(run, State.DONE, "", learned.modelVersion());
            LOG.info("Learned the model {} from {} examples in {} s", learned.modelVersion(), training.size(), seconds);
        } catch (CancellationException canceled) {
            runs.end(run, State.CANCELED, "", null);
            LOG.info("Learning was canceled");
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("Learning failed", failed);
            runs.end(
                    run,
                    State.FAILED,
                    "Learning failed: " + failed + ". An administrator finds more in the log.",
                    null);
        }
    }

    private List<Compared> measured(WorkTypeSuggester active, WorkTypeSuggester learned, LearningProgress progress) {
        List<Example> frozen = source.frozen();
        List<Compared> compared = new ArrayList<>();
        for (Example example : frozen) {
            var opinion = phrases.opinion(example);
            compared.add(new Compared(
                    example,
                    active.suggest(example.text(), example.channel(), opinion),
                    learned.suggest(example.text(), example.channel(), opinion)));
            progress.at(Stage.MEASURING, compared.size(), frozen.size());
        }
        return compared;
    }

    /** Tells of each new stage at once, of the steps in between every two seconds. */
    private LearningProgress progress(String run) {
        return new LearningProgress() {

            private Instant next = Instant.MIN;
            private Stage last = Stage.READING;

            @Override
            public void at(Stage stage, int done, int steps) {
                Instant now = clock.instant();
                if (stage != last || !now.isBefore(next)) {
                    last = stage;
                    next = now.plus(BEAT);
                    if (!runs.at(run, stage, done, steps)) {
                        throw new CancellationException();
                    }
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
            }
        };
    }

    /** Garbage is not counted as used, so it is collected first. */
    private static void requireHeap() {
        Runtime memory = Runtime.getRuntime();
        if (free(memory) < HEAP_NEEDED) {
            System.gc();
        }
        if (free(memory) < HEAP_NEEDED) {
            throw LearningRefused.conflict("Learning needs " + HEAP_NEEDED + " MB of free heap and this node has "
                    + free(memory) + " of " + memory.maxMemory() / MEGABYTE
                    + " MB. Start it with a larger -Xmx, or try again when less is going on.");
        }
    }

    private static long free(Runtime memory) {
        return (memory.maxMemory() - memory.totalMemory() + memory.freeMemory()) / MEGABYTE;
    }

    @Override
    public void destroy() {
        if (executor instanceof ExecutorService service) {
            service.shutdownNow();
        }
    }
}
