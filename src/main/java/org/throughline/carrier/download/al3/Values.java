package org.throughline.carrier.download.al3;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are written: question marks fill what the carrier does not know, amounts have two implied decimals. */
final class Values {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Values() {}

    /** Without fillers and superfluous blanks; bytes beyond ASCII are UTF-8 where they can be, Windows-1252 otherwise. */
    static String clean(String text) {
        return decoded(text).replace('?', ' ').replaceAll("\\s+", " ").strip();
    }

    private static String decoded(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Eight digits, or six without the century, which is this one. */
    static @Nullable LocalDate date(String value) {
        String full = value.matches("\\d{6}") ? "20" + value : value;
        try {
            return LocalDate.parse(full, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** As a date where it is one, otherwise as sent. */
    static String dateText(String value) {
        LocalDate date = date(value);
        return date == null ? value : date.toString();
    }

    /** Two decimals are implied; a sign may stand at either end. */
    static @Nullable BigDecimal amount(String value) {
        String digits = value.replaceAll("[+-]", "");
        if (!digits.matches("\\d{1,15}")) {
            return null;
        }
        BigDecimal amount = new BigDecimal(digits).movePointLeft(2);
        return value.contains("-") ? amount.negate() : amount;
    }

    static String amountText(String value) {
        BigDecimal amount = amount(value);
        return amount == null ? value : formatted("#,##0.00", amount);
    }

    /** Whole dollars as digits; empty for zero, words as sent. */
    static String whole(String value) {
        if (!value.matches("\\d{1,15}")) {
            return value;
        }
        BigDecimal amount = new BigDecimal(value);
        return amount.signum() == 0 ? "" : amount.toBigInteger().toString();
    }

    static String wholeText(String value) {
        String whole = whole(value);
        return whole.matches("\\d+") ? formatted("#,##0", new BigDecimal(whole)) : whole;
    }

    private static String formatted(String pattern, BigDecimal amount) {
        return "$" + new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US)).format(amount);
    }
}
