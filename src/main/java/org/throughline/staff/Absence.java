package org.throughline.staff;

import java.time.Instant;

/**
 * A time in which a person does not work, beyond the hours off that every week has.
 *
 * @param id given by the store's caller, unique
 * @param endsAt first moment at which the person works again
 * @param reason what colleagues may read, such as {@code Vacation}
 */
public record Absence(String id, String userId, Instant startsAt, Instant endsAt, String reason) {

    /** The person is away at this moment. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }
}
