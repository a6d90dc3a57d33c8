package org.throughline.ams.index;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code client_index_key}: something that a client is found by.
 *
 * @param lookup normalized as {@link LookupKeys} does
 * @param display as the agency management system has it
 * @param contact the person it belongs to, for e-mail addresses and telephone numbers
 * @param lines comma separated line codes, for policies
 */
record IndexKey(
        String clientId,
        Kind kind,
        String lookup,
        String display,
        @Nullable String contact,
        boolean authorized,
        @Nullable String lines,
        @Nullable String state,
        boolean inForce,
        boolean surplus) {

    /** What kind of thing it is. */
    enum Kind {
        EMAIL,
        PHONE,
        POLICY,
        NAME
    }
}
