package org.throughline.triage;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.text.QuickPattern;

/** Reads the limits that a holder requires, clause by clause: "$1M occ / $2M agg", "Umbrella $5,000,000". */
final class Limits {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final QuickPattern AMOUNT = QuickPattern.compile(
            "(?<![\\w-])(?=\\$|\\d{1,3},\\d{3}|\\d+(?:\\.\\d+)?\\s?(?:mm|m|mil|million|k)\\b)\\$?\\s?(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)\\s?(mm|m|mil|million|k)?\\b([^$\\d/;,]{0,45})",
            I);

    private Limits() {}

    /** Whole dollars by {@code LINE.limit}; a clause that names no line of business is read as general liability. */
    static Map<String, Long> required(String text) {
        Map<String, Long> limits = new LinkedHashMap<>();
        for (String clause : text.split("\\n|;|\\.\\s|•", -1)) {
            read(clause, limits);
        }
        return Map.copyOf(limits);
    }

    private static void read(String clause, Map<String, Long> limits) {
        String lower = clause.toLowerCase(Locale.ROOT);
        String line = line(lower);
        Matcher matcher = AMOUNT.matcher(clause);
        while (matcher.find()) {
            long amount = dollars(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
            String after = matcher.group(3).toLowerCase(Locale.ROOT);
            String key = key(line, after, lower);
            if (amount >= 50_000 && !key.isEmpty()) {
                limits.putIfAbsent(key, amount);
            }
        }
    }

    private static String line(String clause) {
        if (clause.matches(".*\\b(umbrella|excess)\\b.*")) {
            return "UMBRELLA";
        }
        if (clause.matches(".*(employers'?’? liab|\\be\\.?l\\.?\\b|work(er|ers|er's|ers')?’?s? comp|\\bwc\\b).*")) {
            return "WC";
        }
        if (clause.matches(".*(\\bauto\\b|automobile|\\bcsl\\b|combined single).*")) {
            return "AUTO";
        }
        return clause.matches(".*(\\bc?gl\\b|general liab|occ|aggregate|\\bagg\\b|liability limits?).*") ? "GL" : "";
    }

    private static String key(String line, String after, String clause) {
        boolean aggregate = after.matches(".*\\bagg(regate)?\\b.*");
        boolean products = after.matches(".*(product|completed).*");
        return switch (line) {
            case "UMBRELLA" -> aggregate && !after.contains("occ") ? "UMBRELLA.aggregate" : "UMBRELLA.eachOccurrence";
            case "WC" -> "WC.eachAccident";
            case "AUTO" -> "AUTO.combinedSingleLimit";
            case "GL" -> {
                if (products) {
                    yield "GL.productsCompletedOpsAggregate";
                }
                if (aggregate) {
                    yield "GL.generalAggregate";
                }
                yield after.contains("occ") || clause.contains("liab") || clause.contains("gl")
                        ? "GL.eachOccurrence"
                        : "";
            }
            default -> "";
        };
    }

    private static long dollars(String number, String unit) {
        BigDecimal amount = new BigDecimal(number.replace(",", ""));
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "k" -> amount.multiply(BigDecimal.valueOf(1_000)).longValue();
            case "" -> amount.longValue();
            default -> amount.multiply(BigDecimal.valueOf(1_000_000)).longValue();
        };
    }
}
