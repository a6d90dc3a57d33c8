package org.throughline.reporting.replay;

import java.util.List;

/**
 * A request that the changed tables decide otherwise.
 *
 * @param changes every output that differs
 * @param rules of each decision where other rules fire, those that fired then and those that fire now
 */
public record ReplayDifference(String number, String workType, List<Change> changes, List<Fired> rules) {

    /** An output, as it was and as it would be; nothing is an empty text. */
    public record Change(String decision, String output, String before, String after) {}

    /** Ids of rules. */
    public record Fired(String decision, List<String> before, List<String> after) {}
}
