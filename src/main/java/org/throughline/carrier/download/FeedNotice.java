package org.throughline.carrier.download;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in words: the line that a download service writes about one that it could not match, such as {@code txn=PCH
 * carrier=Summit Ridge Mutual policy=SRMPA5519027 insured=WATTS JEROME eff=20261120 prem=+412.00}. A premium with a sign is
 * a change. Certainty: such lines have no standard; these keys are the practice agency's.
 */
public final class FeedNotice {

    private static final Pattern FIELD = Pattern.compile(
            "(?:^|\\s)(txn|carrier|naic|policy|insured|lob|eff|exp|prem)=(.*?)(?=\\s+[A-Za-z]{2,12}=|\\R|$)",
            Pattern.CASE_INSENSITIVE);
    private static final List<DateTimeFormatter> DATES =
            List.of(DateTimeFormatter.BASIC_ISO_DATE, DateTimeFormatter.ISO_LOCAL_DATE);

    private FeedNotice() {}

    /** The transaction in a text that names at least what was done and to which policy. */
    public static Optional<Transaction> read(String id, String text) {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            String value = field.group(2).strip().replaceAll("^\"|\"$", "");
            fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), value);
        }
        if (!fields.containsKey("txn") || fields.getOrDefault("policy", "").isEmpty()) {
            return Optional.empty();
        }
        String premium = fields.getOrDefault("prem", "");
        boolean change = premium.startsWith("+") || premium.startsWith("-");
        String naic = fields.getOrDefault("naic", "");
        return Optional.of(new Transaction(
                id,
                TransactionCode.of(fields.getOrDefault("txn", "")),
                fields.getOrDefault("carrier", ""),
                (naic.matches("\\d{5}") && !naic.equals("00000")) ? naic : null,
                fields.getOrDefault("policy", ""),
                LineCodes.ours(fields.getOrDefault("lob", "")),
                fields.getOrDefault("insured", ""),
                date(fields.getOrDefault("eff", "")),
                null,
                null,
                date(fields.getOrDefault("exp", "")),
                change ? null : amount(premium),
                change ? amount(premium) : null,
                List.of(),
                List.of(),
                "",
                true));
    }

    private static @Nullable LocalDate date(String value) {
        return DATES.stream()
                .flatMap(format -> parsed(value, format).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<LocalDate> parsed(String value, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(value, format));
        } catch (DateTimeException otherFormat) {
            return Optional.empty();
        }
    }

    private static @Nullable BigDecimal amount(String value) {
        String plain = value.replaceAll("[$,]", "");
        return plain.matches("[+-]?\\d{1,12}(\\.\\d{1,2})?") ? new BigDecimal(plain) : null;
    }
}
