package org.throughline.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.privacy.SensitiveNumbers;

/**
 * What a partner sends when its work is done. Personal numbers are masked.
 *
 * @param result what was done, and what proves it
 * @param minutes how long it took
 * @param units how many units of the price
 * @param doneBy user id of the partner's person who did it
 */
public record PartnerResult(String result, @Nullable String note, int minutes, int units, String doneBy) {

    /** Names of what a result is read from. */
    public static final String RESULT = "result";

    public static final String NOTE = "note";
    public static final String MINUTES = "minutes";
    public static final String UNITS = "units";
    public static final String DONE_BY = "doneBy";

    private static final int LONGEST = 2000;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_UNITS = 10_000;
    private static final String SINGLE_UNIT = "REQUEST";

    /**
     * Reads a result as it was sent.
     *
     * @param sent the values by name; the result and the minutes must be there, how many units where the price counts
     *     something else than requests
     * @param unit what the price counts, such as {@code CERTIFICATE}
     * @param person who did it, unless {@code doneBy} names somebody
     * @throws PartnerRefused naming everything that is wrong
     */
    public static PartnerResult read(Map<String, @Nullable Object> sent, String unit, String person) {
        List<String> wrong = new ArrayList<>();
        String result = text(sent, RESULT, wrong);
        if (result.isEmpty()) {
            wrong.add("result is missing: say what was done and what proves it");
        }
        String note = text(sent, NOTE, wrong);
        int minutes = whole(sent, MINUTES, 0, MOST_MINUTES, null, wrong);
        int units = whole(sent, UNITS, 1, MOST_UNITS, unit.equals(SINGLE_UNIT) ? 1 : null, wrong);
        String doneBy = text(sent, DONE_BY, wrong);
        if (unit.equals(SINGLE_UNIT) && units > 1) {
            wrong.add("units is " + units + ", and the price is for the request as a whole: leave it out");
        }
        if (!wrong.isEmpty()) {
            throw new PartnerRefused("The result cannot be taken: " + String.join("; ", wrong) + ".");
        }
        return new PartnerResult(
                SensitiveNumbers.mask(result),
                note.isEmpty() ? null : SensitiveNumbers.mask(note),
                minutes,
                units,
                doneBy.isEmpty() ? person : doneBy);
    }

    private static String text(Map<String, @Nullable Object> sent, String name, List<String> wrong) {
        @Nullable Object value = sent.get(name);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            wrong.add(name + " is no text");
            return "-";
        }
        if (text.length() > LONGEST) {
            wrong.add(name + " has " + text.length() + " characters, and " + LONGEST + " are the most");
        }
        return text.strip();
    }

    private static int whole(
            Map<String, @Nullable Object> sent,
            String name,
            int least,
            int most,
            @Nullable Integer missing,
            List<String> wrong) {
        @Nullable Object value = sent.get(name);
        if (value == null && missing != null) {
            return missing;
        }
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.intValue();
        }
        wrong.add(name + (value == null ? " is missing" : " is " + value) + ": give a whole number from " + least
                + " to " + most);
        return least;
    }
}
