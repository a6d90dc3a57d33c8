package org.throughline.automation;

import org.throughline.automation.AutomationProperties.Threshold;

/**
 * What is known of a work type's automation since it was given its level.
 *
 * @param lookedAt outcomes that a person looked at: compared, approved, overruled or reviewed
 * @param wrong how many of these were wrong
 * @param cameBack work that came back although nobody had looked at it: bounced or reopened
 */
public record Evidence(int lookedAt, int wrong, int cameBack) {

    private static final int MOST = 100_000;

    /** Share of errors in what was looked at; 0 where nothing was. */
    public double errorRate() {
        return lookedAt == 0 ? 0 : (double) wrong / lookedAt;
    }

    /** The most that the true share of errors may be, see {@link ErrorBound}. */
    public double upperBound() {
        return ErrorBound.upper(wrong, lookedAt);
    }

    /** How many more outcomes, all right, the threshold asks for; 0 where it is met. */
    public int missing(Threshold threshold) {
        int least = 0;
        int enough = MOST;
        while (least < enough) {
            int middle = (least + enough) / 2;
            if (meets(threshold, middle)) {
                enough = middle;
            } else {
                least = middle + 1;
            }
        }
        return least;
    }

    private boolean meets(Threshold threshold, int more) {
        int outcomes = lookedAt + more;
        return outcomes >= threshold.outcomes() && ErrorBound.upper(wrong, outcomes) <= threshold.errorBound();
    }
}
