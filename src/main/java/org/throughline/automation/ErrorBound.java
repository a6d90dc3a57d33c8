package org.throughline.automation;

/**
 * How large the true share of errors may be, given what was seen: the exact one-sided 95 % upper bound of a binomial
 * proportion by C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the
 * binomial", Biometrika 26 (1934) 404-413. It is the {@code p} for which so few errors would be seen in only 5 of 100 cases:
 * {@code sum(i = 0..errors) C(n, i) p^i (1-p)^(n-i) = 0.05}.
 */
public final class ErrorBound {

    private static final double DOUBT = 0.05;
    private static final int HALVINGS = 60;

    private ErrorBound() {}

    /** The upper bound for that many errors in so many outcomes; 1 where nothing is known. */
    public static double upper(int errors, int outcomes) {
        if (errors < 0 || errors > outcomes) {
            throw new IllegalArgumentException(errors + " errors in " + outcomes + " outcomes");
        }
        if (errors == outcomes) {
            return 1;
        }
        double low = (double) errors / outcomes;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(errors, outcomes, middle) > DOUBT) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Probability of at most so many errors; terms are logarithms, as factorials would overflow. */
    private static double atMost(int errors, int outcomes, double share) {
        double logTerm = outcomes * Math.log1p(-share);
        double logOdds = Math.log(share) - Math.log1p(-share);
        double sum = Math.exp(logTerm);
        for (int i = 1; i <= errors; i++) {
            logTerm += Math.log((double) (outcomes - i + 1) / i) + logOdds;
            sum += Math.exp(logTerm);
        }
        return sum;
    }
}
