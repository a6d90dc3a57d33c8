package org.throughline.ams.ezlynx;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorContractBroken;

/** Texts and days as EZLynx writes them. */
final class EzLynxTexts {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US),
            DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US));

    private EzLynxTexts() {}

    /** A day in any format that a .NET service may write; EZLynx documents none. */
    static LocalDate date(String raw) {
        String text = raw.strip();
        try {
            return OffsetDateTime.parse(text).toLocalDate();
        } catch (DateTimeParseException notWithOffset) {
            for (DateTimeFormatter format : DATES) {
                try {
                    return LocalDate.parse(text, format);
                } catch (DateTimeParseException another) {
                    notWithOffset.addSuppressed(another);
                }
            }
            throw new VendorContractBroken("EZLynx sent a date that nobody documented: '" + text + "'", notWithOffset);
        }
    }

    static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** The first that is not blank. */
    static @Nullable String first(@Nullable String... candidates) {
        return Arrays.stream(candidates)
                .map(EzLynxTexts::blankToNull)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static String joined(@Nullable String... parts) {
        return Arrays.stream(parts)
                .map(EzLynxTexts::text)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
