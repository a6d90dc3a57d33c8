package org.throughline.carrier.acordxml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.xml.XmlElement;

/** Dates and amounts of the standard; what cannot be read was not said. */
final class AcordValues {

    private static final int DAY = "2026-11-29".length();

    private AcordValues() {}

    /** A day, of a date or of a date and time; what the carrier calls its day, in whatever zone. */
    static @Nullable LocalDate date(Optional<String> text) {
        if (text.isEmpty() || text.orElseThrow().length() < DAY) {
            return null;
        }
        try {
            return LocalDate.parse(text.orElseThrow().substring(0, DAY));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** {@code <name><Amt>}, in dollars. */
    static @Nullable BigDecimal amount(XmlElement around, String name) {
        return number(around.text(name + "/Amt"));
    }

    static @Nullable BigDecimal number(Optional<String> text) {
        try {
            return text.map(value -> new BigDecimal(value.replaceAll("[$,\\s]", "")))
                    .orElse(null);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
