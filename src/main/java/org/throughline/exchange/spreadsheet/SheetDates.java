package org.throughline.exchange.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days as agencies write them: ISO, the American way, or as the number of a day that spreadsheets keep. */
public final class SheetDates {

    private static final LocalDate BEFORE_FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?$");
    private static final List<DateTimeFormatter> USUAL = List.of(
            of("u-M-d"),
            of("u/M/d"),
            of("M/d/uuuu"),
            of("M-d-uuuu"),
            twoDigits(),
            of("MMM d, uuuu"),
            of("d MMM uuuu"),
            of("d-MMM-uuuu"),
            of("MMMM d, uuuu"));

    private SheetDates() {}

    /**
     * The day that a cell names.
     *
     * @param format pattern of the file's own, which goes before the usual ones; null where there is none
     */
    public static Optional<LocalDate> read(SheetCell cell, @Nullable String format) {
        LocalDate known = cell.date();
        if (known != null) {
            return Optional.of(known);
        }
        String text = TIME_OF_DAY.matcher(cell.text()).replaceFirst("");
        if (format != null) {
            Optional<LocalDate> own = parsed(text, of(format)).or(() -> parsed(cell.text(), of(format)));
            if (own.isPresent()) {
                return own;
            }
        }
        if (SERIAL.matcher(text).matches()) {
            return ofSerial(new BigDecimal(text), false);
        }
        return USUAL.stream().flatMap(usual -> parsed(text, usual).stream()).findFirst();
    }

    /**
     * A pattern such as {@code dd.MM.yyyy}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static void check(String format) {
        DateTimeFormatter pattern = of(format);
        LocalDate day = LocalDate.of(2026, 11, 23);
        if (!parsed(day.format(pattern), pattern).equals(Optional.of(day))) {
            throw new IllegalArgumentException("it does not name a day");
        }
    }

    /** The day of a spreadsheet's number of it. */
    static Optional<LocalDate> ofSerial(BigDecimal serial, boolean from1904) {
        if (serial.signum() <= 0 || serial.compareTo(LAST_SERIAL) > 0) {
            return Optional.empty();
        }
        long days = serial.setScale(0, RoundingMode.FLOOR).longValueExact();
        return Optional.of(from1904 ? FIRST_OF_1904.plusDays(days) : BEFORE_FIRST_DAY.plusDays(days));
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter format) {
        try {
            LocalDate day = LocalDate.parse(text.strip(), format);
            return day.getYear() < 1900 || day.getYear() > 2200 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter of(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.US)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Two digits are a year of this century. */
    private static DateTimeFormatter twoDigits() {
        return new DateTimeFormatterBuilder()
                .appendPattern("M/d/")
                .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(2000, 1, 1))
                .toFormatter(Locale.US)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
