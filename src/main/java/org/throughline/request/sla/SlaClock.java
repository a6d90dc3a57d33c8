package org.throughline.request.sla;

import org.jspecify.annotations.Nullable;

/** On which clock the time for a request runs. */
public enum SlaClock {

    /** While the agency is open. */
    BUSINESS,

    /** Around the clock. */
    WALL;

    /** The clock of that name; requests that were opened before there were two run on business time. */
    public static SlaClock of(@Nullable String name) {
        return name == null ? BUSINESS : valueOf(name);
    }
}
