package org.throughline.staff;

import java.math.BigDecimal;
import java.util.List;

/**
 * Work of one type that a partner takes, and for how much.
 *
 * @param queue queue of the partner's people who do it
 * @param states two-letter states in which it may be given; {@code ALL} is any, and work whose state is not known
 * @param lines lines of business, such as {@code AUTO}; {@code ALL} is any, and work whose line is not known
 * @param price for one unit, in {@code currency}
 * @param unit what is counted: {@code REQUEST}, {@code CERTIFICATE}, …
 */
public record PartnerWork(
        String workType,
        String queue,
        List<String> states,
        List<String> lines,
        BigDecimal price,
        String currency,
        String unit) {

    /** The entry of {@code states} and {@code lines} that means any. */
    public static final String ALL = "ALL";

    /** May be given for a risk in this state and line; an empty one is not known. */
    public boolean allows(String state, String line) {
        return (states.contains(ALL) || states.contains(state)) && (lines.contains(ALL) || lines.contains(line));
    }
}
