package org.throughline.ams.hawksoft;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.hawksoft.HawkSoftWire.Place;

/** Reads fields that the vendor leaves out, leaves null or leaves blank. */
final class HawkSoftText {

    private HawkSoftText() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The first that says something, or empty. */
    static String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return "";
    }

    static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : value;
    }

    static String words(@Nullable String... parts) {
        return joined(" ", parts);
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts)
                .map(HawkSoftText::text)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(separator));
    }

    /** An address in one line, {@code PO Box 118, Dayton OH 45401}; null where there is none. */
    static @Nullable String line(@Nullable Place place) {
        return place == null
                ? null
                : blankToNull(joined(
                        ", ", place.address1(), place.address2(), words(place.city(), place.state(), place.zip())));
    }
}
