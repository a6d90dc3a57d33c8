package org.throughline.staff;

import java.time.LocalDate;
import java.util.List;

/**
 * A person's insurance license in one state.
 *
 * @param lines lines of authority: PROPERTY, CASUALTY, PERSONAL_LINES, SURPLUS_LINES, …
 * @param status ACTIVE, or why not: EXPIRED, SUSPENDED, …
 * @param expires last day on which it is valid
 */
public record License(
        String number,
        String npn,
        String state,
        boolean resident,
        List<String> lines,
        String status,
        LocalDate effective,
        LocalDate expires) {

    /** May be used on this day. */
    public boolean validOn(LocalDate day) {
        return status.equals("ACTIVE") && !day.isBefore(effective) && !day.isAfter(expires);
    }

    /** Gives authority for a line; PROPERTY and CASUALTY together include personal lines. */
    public boolean covers(String line) {
        return covers(lines, line);
    }

    static boolean covers(List<String> held, String line) {
        return held.contains(line)
                || (line.equals("PERSONAL_LINES") && held.contains("PROPERTY") && held.contains("CASUALTY"));
    }
}
