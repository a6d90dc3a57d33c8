package org.throughline.ams.index;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code client_index_key}: something that a client is found by.
 *
 * @param lookup normalized as {@link LookupKeys} does
 * @param display as the agency management system has it
 * @param contact the person it belongs to, for e-mail addresses and telephone numbers
 * @param lines comma separated line codes, for policies
 * @param inForce in force when the row was written; a day outside of the policy's dates says otherwise
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
        boolean surplus,
        @Nullable LocalDate effective,
        @Nullable LocalDate expiration) {

    /** The same key as it is on a day: a policy whose time is over or still to come is not in force. */
    IndexKey on(LocalDate day) {
        boolean outside =
                (effective != null && day.isBefore(effective)) || (expiration != null && !day.isBefore(expiration));
        return inForce && outside
                ? new IndexKey(
                        clientId,
                        kind,
                        lookup,
                        display,
                        contact,
                        authorized,
                        lines,
                        state,
                        false,
                        surplus,
                        effective,
                        expiration)
                : this;
    }

    /** What kind of thing it is. */
    enum Kind {
        EMAIL,
        PHONE,
        POLICY,
        NAME
    }
}
