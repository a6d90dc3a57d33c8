package org.throughline.reporting.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.reporting.replay.ReplayDifference.Change;
import org.throughline.reporting.replay.ReplayResult.Changed;
import org.throughline.reporting.replay.ReplayResult.Counted;
import org.throughline.reporting.replay.ReplayResult.Moved;
import org.throughline.reporting.replay.ReplayResult.NotReplayed;
import org.throughline.reporting.replay.ReplayResult.QueueLoad;
import org.throughline.reporting.replay.ReplayResult.ServiceLevel;
import org.throughline.reporting.replay.ReplayResult.Share;

/** Counts what moves while a replay runs. */
final class ReplayTally {

    private static final List<String> MOVING = List.of("route", "queue", "priority", "humanGate");

    /** What tells the minutes of a request, the better first. */
    private static final List<String> MINUTES = List.of("handleMinutes", "targetMinutes");

    private static final int MOST_CHANGES = 500;
    private static final int EXAMPLES = 5;

    private final Instant now;
    private final Map<List<String>, Pair> moved = new LinkedHashMap<>();
    private final Map<String, Pair> queued = new TreeMap<>();
    private final Map<String, Pair> minutes = new TreeMap<>();
    private final Map<String, Integer> versions = new TreeMap<>();
    private final Map<Change, Integer> changes = new LinkedHashMap<>();
    private final Map<String, List<String>> failures = new LinkedHashMap<>();
    private final Pair straightThrough = new Pair();
    private final Pair licensed = new Pair();
    private final Pair inTime = new Pair();
    private final Pair late = new Pair();
    private int wouldBeLate;
    private int wouldBeInTime;
    private int replayed;
    private int different;
    private boolean routes;
    private boolean clocks;
    private @Nullable String minutesFrom;

    /** A figure then and now. */
    private static final class Pair {
        private long before;
        private long after;
    }

    ReplayTally(Instant now) {
        this.now = now;
    }

    void failed(String number, String reason) {
        failures.computeIfAbsent(reason, key -> new ArrayList<>()).add(number);
    }

    int failures() {
        return failures.values().stream().mapToInt(List::size).sum();
    }

    /** Takes one request into account; all outputs of both sides, of the decision at the top and of all below it. */
    void add(KeptDecision kept, Outputs before, Outputs after, @Nullable ReplayDifference difference) {
        replayed++;
        versions.merge(kept.version, 1, Integer::sum);
        if (difference != null) {
            different++;
            difference.changes().forEach(change -> changes.merge(change, 1, Integer::sum));
        }
        move(before, true);
        move(after, false);
        clock(kept, before, after);
    }

    /** The outputs of the decision at the top, and those of all decisions where it gives none of the name. */
    record Outputs(Map<String, @Nullable Object> top, Map<String, @Nullable Object> all) {

        @Nullable
        Object get(String name) {
            return top.containsKey(name) ? top.get(name) : all.get(name);
        }
    }

    private void move(Outputs outputs, boolean then) {
        for (String name : MOVING) {
            if (outputs.top().containsKey(name)) {
                count(
                        moved.computeIfAbsent(List.of(name, KeptValue.text(outputs.get(name))), key -> new Pair()),
                        then,
                        1);
            }
        }
        Object queue = outputs.top().get("queue");
        if (queue == null) {
            return;
        }
        routes = true;
        boolean through = Boolean.TRUE.equals(outputs.get("straightThrough"));
        count(straightThrough, then, through ? 1 : 0);
        count(licensed, then, Boolean.TRUE.equals(outputs.get("licenseRequired")) ? 1 : 0);
        if (!"AUTOMATION".equals(outputs.get("route"))) {
            count(queued.computeIfAbsent(KeptValue.text(queue), key -> new Pair()), then, 1);
            for (String name : MINUTES) {
                if (outputs.get(name) instanceof Number length) {
                    minutesFrom = name;
                    count(minutes.computeIfAbsent(KeptValue.text(queue), key -> new Pair()), then, length.longValue());
                    break;
                }
            }
        }
    }

    private void clock(KeptDecision kept, Outputs before, Outputs after) {
        if (!(before.get("slaMinutes") instanceof Number was) || !(after.get("slaMinutes") instanceof Number is)) {
            return;
        }
        clocks = true;
        @Nullable Boolean metThen = inTime(kept, was.longValue());
        @Nullable Boolean metNow = inTime(kept, is.longValue());
        count(inTime, true, Boolean.TRUE.equals(metThen) ? 1 : 0);
        count(inTime, false, Boolean.TRUE.equals(metNow) ? 1 : 0);
        count(late, true, Boolean.FALSE.equals(metThen) ? 1 : 0);
        count(late, false, Boolean.FALSE.equals(metNow) ? 1 : 0);
        wouldBeLate += Boolean.FALSE.equals(metNow) && !Boolean.FALSE.equals(metThen) ? 1 : 0;
        wouldBeInTime += !Boolean.FALSE.equals(metNow) && Boolean.FALSE.equals(metThen) ? 1 : 0;
    }

    /** Null while it is neither: open and not yet due. */
    private @Nullable Boolean inTime(KeptDecision kept, long allowed) {
        Instant due = kept.at.plus(Duration.ofMinutes(allowed));
        Instant closed = kept.request.closedAt();
        if (closed != null) {
            return !closed.isAfter(due);
        }
        return now.isAfter(due) ? Boolean.FALSE : null;
    }

    private static void count(Pair pair, boolean then, long more) {
        if (then) {
            pair.before += more;
        } else {
            pair.after += more;
        }
    }

    ReplayResult result(
            int requests,
            Map<String, Integer> people,
            List<String> notes,
            Map<String, String> reasons,
            long milliseconds) {
        return new ReplayResult(
                requests,
                replayed,
                different,
                versions.entrySet().stream()
                        .map(version -> new Counted(version.getKey(), version.getValue()))
                        .toList(),
                changes.entrySet().stream()
                        .sorted(Map.Entry.<Change, Integer>comparingByValue().reversed())
                        .limit(MOST_CHANGES)
                        .map(ReplayTally::changed)
                        .toList(),
                moved(),
                queues(people),
                minutesFrom,
                routes ? share(straightThrough) : null,
                routes ? share(licensed) : null,
                clocks
                        ? new ServiceLevel(
                                (int) inTime.before,
                                (int) inTime.after,
                                (int) late.before,
                                (int) late.after,
                                wouldBeLate,
                                wouldBeInTime)
                        : null,
                failures.entrySet().stream()
                        .map(failure -> new NotReplayed(
                                failure.getKey(),
                                failure.getValue().size(),
                                failure.getValue().stream().limit(EXAMPLES).toList()))
                        .toList(),
                notes,
                reasons,
                milliseconds);
    }

    private static Changed changed(Map.Entry<Change, Integer> entry) {
        Change change = entry.getKey();
        return new Changed(change.decision(), change.output(), change.before(), change.after(), entry.getValue());
    }

    private List<Moved> moved() {
        return moved.entrySet().stream()
                .map(entry ->
                        new Moved(entry.getKey().get(0), entry.getKey().get(1), (int) entry.getValue().before, (int)
                                entry.getValue().after))
                .sorted(Comparator.comparing((Moved one) -> MOVING.indexOf(one.output()))
                        .thenComparing(Moved::value))
                .toList();
    }

    private List<QueueLoad> queues(Map<String, Integer> people) {
        return queued.entrySet().stream()
                .map(entry -> {
                    Pair load = minutes.getOrDefault(entry.getKey(), new Pair());
                    return new QueueLoad(
                            entry.getKey(),
                            people.getOrDefault(entry.getKey(), 0),
                            (int) entry.getValue().before,
                            (int) entry.getValue().after,
                            load.before,
                            load.after);
                })
                .toList();
    }

    private Share share(Pair pair) {
        return new Share((int) pair.before, (int) pair.after, share(pair.before), share(pair.after));
    }

    private BigDecimal share(long count) {
        return replayed == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(count).divide(BigDecimal.valueOf(replayed), 4, RoundingMode.HALF_UP);
    }
}
