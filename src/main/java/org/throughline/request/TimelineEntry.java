package org.throughline.request;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a request.
 *
 * @param title short sentence
 * @param detail more of it, such as the reasons of a decision
 * @param person who did it
 * @param license license it was done with
 * @param reference id of the item, document, decision table or write
 */
public record TimelineEntry(
        OffsetDateTime at,
        Kind kind,
        String title,
        @Nullable String detail,
        @Nullable String person,
        @Nullable String license,
        @Nullable String reference) {

    /** What kind of thing it was. */
    public enum Kind {
        MESSAGE,
        NOTE,
        STATUS,
        DECISION,
        TASK,
        CLOCK,
        LICENSE,
        INCIDENT,
        WRITE,
        DOCUMENT
    }
}
