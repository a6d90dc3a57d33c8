package org.throughline.sandbox.hawksoft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times as the vendor writes them, local and without a zone, and as it takes them, with an offset or without. */
final class LocalTimes {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private LocalTimes() {}

    static String written(LocalDateTime time) {
        return WRITTEN.format(time);
    }

    static String written(LocalDate day) {
        return written(day.atStartOfDay());
    }

    /** The local time that a text means, or nothing where it is no time; a day means its beginning. */
    static Optional<LocalDateTime> read(String text, ZoneId zone) {
        try {
            TemporalAccessor time = text.contains("T")
                    ? DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from)
                    : LocalDate.parse(text).atStartOfDay();
            return Optional.of(
                    time instanceof ZonedDateTime zoned
                            ? zoned.withZoneSameInstant(zone).toLocalDateTime()
                            : LocalDateTime.from(time));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
