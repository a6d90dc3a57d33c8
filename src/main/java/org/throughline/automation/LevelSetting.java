package org.throughline.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The level of a work type's automation.
 *
 * @param since when it was given; null for the level it began with
 * @param by who gave it; null likewise
 */
public record LevelSetting(
        String workType,
        AutomationLevel level,
        @Nullable Instant since,
        @Nullable String by) {

    /** Evidence counts from here on: what was seen at another level says nothing about this one. */
    public Instant counted() {
        return since == null ? Instant.EPOCH : since;
    }
}
