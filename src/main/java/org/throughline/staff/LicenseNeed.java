package org.throughline.staff;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person must hold for an act.
 *
 * @param state two-letter state of the risk; null means unknown, and a resident license suffices
 * @param lines lines of authority, such as CASUALTY; empty where any line will do
 * @param appointment true where the carrier must have appointed the person in the state
 * @param carrier code of that carrier, if the request names one
 */
public record LicenseNeed(
        @Nullable String state,
        Set<String> lines,
        boolean appointment,
        @Nullable String carrier) {

    public LicenseNeed {
        lines = Set.copyOf(lines);
    }

    /** A license without an appointment. */
    public static LicenseNeed license(@Nullable String state, Set<String> lines) {
        return new LicenseNeed(state, lines, false, null);
    }

    /** The need in words: {@code CASUALTY, PROPERTY (TX)}. */
    public String inWords() {
        String what = lines.isEmpty() ? "an active license" : String.join(", ", new TreeSet<>(lines));
        return what + (state == null ? "" : " (" + state + ")");
    }
}
