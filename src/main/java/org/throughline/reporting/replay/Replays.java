package org.throughline.reporting.replay;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.web.Page;
import org.throughline.reporting.Period;
import org.throughline.reporting.replay.DeployedTables.Offered;
import org.throughline.reporting.replay.ReplayRun.State;

/**
 * Runs changed tables over what was decided before, on threads of its own. What they found stands in the database: any
 * node shows it, and a run that its node does not survive is simply started again.
 */
@Service
public class Replays implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final int AT_ONCE = 2;

    /** The longest file that is read. */
    public static final int MOST_BYTES = TableGuard.MOST_BYTES;

    private final DeployedTables deployed;
    private final Replayer replayer;
    private final ReplayRuns runs;
    private final AgencyProfile agency;
    private final Clock clock;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "replay");
                thread.setDaemon(true);
                return thread;
            });

    Replays(DeployedTables deployed, Replayer replayer, ReplayRuns runs, AgencyProfile agency, Clock clock) {
        this.deployed = deployed;
        this.replayer = replayer;
        this.runs = runs;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * What to look at, as it was asked for.
     *
     * @param from first day, {@code 2026-11-01}; 30 days without it
     * @param to last day, included; today without it
     * @param workType only requests of this type
     * @param limit the most requests, newest first
     */
    public record Scope(
            @Nullable String from,
            @Nullable String to,
            @Nullable String workType,
            @Nullable Integer limit) {}

    /** A run that has begun, and its end. */
    public record Started(String id, Future<?> end) {}

    /** The decisions that there are, with their versions. */
    public List<Map<String, Object>> decisions() {
        return deployed.offered().stream().map(Replays::described).toList();
    }

    private static Map<String, Object> described(Offered offered) {
        return Map.of("key", offered.key(), "name", offered.name(), "versions", offered.versions());
    }

    /**
     * Runs a file.
     *
     * @throws ReplayRefused if the file, the decision or the scope cannot be used, or too many replays run
     */
    public Started file(String key, String filename, byte[] file, Scope scope, String by) {
        return start(key, "the file " + filename, file, scope, by);
    }

    /** Runs a deployed version. */
    public Started version(String key, int version, Scope scope, String by) {
        return start(key, "version " + version, deployed.version(key, version), scope, by);
    }

    /** Runs what a deployment brought. */
    public Started deployment(String key, String deploymentId, Scope scope, String by) {
        return start(key, "deployment " + deploymentId, deployed.deployment(key, deploymentId), scope, by);
    }

    private Started start(String key, String changed, byte[] file, Scope scope, String by) {
        int limit = scope.limit() == null ? ReplayQuestion.LIMIT : scope.limit();
        if (limit < 1 || limit > ReplayQuestion.MOST) {
            throw ReplayRefused.wrong("Give a limit from 1 to " + ReplayQuestion.MOST + ".");
        }
        Period period = Period.asked(scope.from(), scope.to(), agency.timeZone(), clock);
        String workType = scope.workType() == null || scope.workType().isBlank()
                ? null
                : scope.workType().strip();
        ReplayQuestion question = new ReplayQuestion(key, changed, period, workType, limit);
        TableFile now = TableFile.read(deployed.latest(key));
        TableGuard.check(file);
        ChangedTables tables = ChangedTables.of(key, now, TableFile.read(file));
        String id = runs.begin(question, by);
        CompletableFuture<Void> end = new CompletableFuture<>();
        try {
            threads.execute(AgencyScope.carried(() -> run(id, question, tables, end)));
        } catch (RejectedExecutionException full) {
            String busy = AT_ONCE + " replays run here already. Wait for one of them or cancel it.";
            runs.ended(id, State.FAILED, busy);
            throw ReplayRefused.busy(busy);
        }
        return new Started(id, end);
    }

    private void run(String id, ReplayQuestion question, ChangedTables tables, CompletableFuture<Void> end) {
        AtomicInteger found = new AtomicInteger();
        try {
            ReplayResult result = replayer.run(
                    question,
                    tables,
                    (done, total) -> {
                        if (Thread.currentThread().isInterrupted() || !runs.at(id, done, total)) {
                            throw new CancellationException();
                        }
                    },
                    differences -> runs.found(id, found.getAndAdd(differences.size()), differences));
            runs.done(id, result);
            LOG.info(
                    "Replayed {} over {} requests in {} ms: {} differ",
                    question.key(),
                    result.replayed(),
                    result.milliseconds(),
                    result.different());
        } catch (CancellationException canceled) {
            runs.ended(id, State.CANCELED, "");
        } catch (ReplayRefused refused) {
            runs.ended(id, State.FAILED, String.valueOf(refused.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            LOG.error("A replay failed", failed);
            runs.ended(id, State.FAILED, "The replay failed: " + failed + ". An administrator finds more in the log.");
        } finally {
            end.complete(null);
        }
    }

    /**
     * A run, with its result once it is done.
     *
     * @throws ReplayRefused if there is no such run, or no longer
     */
    public ReplayRun find(String id) {
        return runs.find(id)
                .orElseThrow(() ->
                        ReplayRefused.notFound("There is no replay " + id + ". Replays are deleted after a week."));
    }

    /** Newest first, without their results. */
    public Page<ReplayRun> list(int page, int size) {
        return new Page<>(runs.list(page, size), page, size, runs.count());
    }

    /** The requests that would come out otherwise. */
    public Page<ReplayDifference> differences(String id, int page, int size) {
        String known = find(id).id();
        return new Page<>(runs.differences(known, page, size), page, size, runs.countDifferences(known));
    }

    /** Ends a run soon. */
    public void cancel(String id) {
        if (!runs.askToCancel(find(id).id())) {
            throw ReplayRefused.busy("This replay does not run any more.");
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
