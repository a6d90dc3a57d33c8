package org.throughline.reporting.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would come out with the changed tables.
 *
 * @param requests requests of the period
 * @param replayed requests that were decided anew
 * @param different of these, the ones that come out otherwise
 * @param madeWith by which versions of the table they were decided then
 * @param changes which output changes from what to what, most frequent first
 * @param moved requests by where they went and where they would go
 * @param queues the work of each queue
 * @param minutesFrom the output of the catalogue that tells the minutes of a request; null where none does
 * @param straightThrough requests that need nobody
 * @param licenseRequired requests that need a licensed person
 * @param serviceLevel requests done in time by the minutes that the table gives, counted from the decision
 * @param notReplayed what could not be decided anew, and why
 * @param notes what to know when reading the figures
 * @param reasons the descriptions of the rules that the differences name, by their ids
 * @param milliseconds how long it took
 */
public record ReplayResult(
        int requests,
        int replayed,
        int different,
        List<Counted> madeWith,
        List<Changed> changes,
        List<Moved> moved,
        List<QueueLoad> queues,
        @Nullable String minutesFrom,
        @Nullable Share straightThrough,
        @Nullable Share licenseRequired,
        @Nullable ServiceLevel serviceLevel,
        List<NotReplayed> notReplayed,
        List<String> notes,
        Map<String, String> reasons,
        long milliseconds) {

    public record Counted(String what, int requests) {}

    /** How many requests have this change of an output. */
    public record Changed(String decision, String output, String before, String after, int requests) {}

    /** How many requests had and would have this value of an output. */
    public record Moved(String output, String value, int before, int after) {}

    /**
     * What a queue has and would have to do; what goes through without a person is in no queue.
     *
     * @param people members of the queue now
     */
    public record QueueLoad(
            String queue, int people, int requestsBefore, int requestsAfter, long minutesBefore, long minutesAfter) {}

    /** Requests, and their share of all that were replayed, from 0 to 1. */
    public record Share(int before, int after, BigDecimal shareBefore, BigDecimal shareAfter) {}

    /**
     * In time or late; what is open and not yet due is neither.
     *
     * @param wouldBeLate were in time and would be late
     * @param wouldBeInTime were late and would be in time
     */
    public record ServiceLevel(
            int inTimeBefore, int inTimeAfter, int lateBefore, int lateAfter, int wouldBeLate, int wouldBeInTime) {}

    /**
     * Requests that could not be decided anew.
     *
     * @param examples some of their numbers
     */
    public record NotReplayed(String reason, int requests, List<String> examples) {}
}
