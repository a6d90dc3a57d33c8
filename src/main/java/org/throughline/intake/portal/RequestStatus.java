package org.throughline.intake.portal;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as the client sees it; times in the agency's time zone.
 *
 * @param subject the client's own words
 * @param closedAt when it ended, if it has
 */
public record RequestStatus(
        String number,
        String subject,
        Stage stage,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt,
        List<Delivered> delivered) {

    /**
     * A document that was sent.
     *
     * @param toReader true where it went to the address that looks
     */
    public record Delivered(String filename, OffsetDateTime at, boolean toReader) {}
}
