package org.throughline.exchange.exporting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.ClientBook.Source;

/**
 * What of a list is exported; null means all.
 *
 * @param client part of the client's name
 * @param state two letters
 * @param inForce policies that are in force, or that are not
 * @param workType id of the work type, for open work
 * @param queue id of the queue, for open work
 */
public record ExportQuery(
        @Nullable Source source,
        @Nullable String client,
        @Nullable String state,
        @Nullable Boolean inForce,
        @Nullable String workType,
        @Nullable String queue) {

    boolean fits(Source from, String name, String inState) {
        return (source == null || source == from)
                && (client == null || name.toLowerCase(Locale.ROOT).contains(client.toLowerCase(Locale.ROOT)))
                && (state == null || state.equalsIgnoreCase(inState));
    }
}
