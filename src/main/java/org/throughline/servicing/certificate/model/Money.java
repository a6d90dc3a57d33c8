package org.throughline.servicing.certificate.model;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whole dollars as policies have them and as certificates print them. */
public final class Money {

    private Money() {}

    /** The amount of a limit such as {@code 1000000} or {@code $1,000,000}; empty for words. */
    public static OptionalLong amount(@Nullable String limit) {
        String digits = limit == null ? "" : limit.strip().replaceAll("[$,]", "");
        return digits.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** The limit as it is printed: {@code $1,000,000}; words stay words. */
    public static String print(String limit) {
        OptionalLong amount = amount(limit);
        return amount.isPresent() ? print(amount.getAsLong()) : limit.strip();
    }

    public static String print(long dollars) {
        return String.format(Locale.US, "$%,d", dollars);
    }
}
