package org.throughline.triage;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.text.QuickPattern;

/** Reads amounts of money: "$412.77", "5k", "1.2 million", "five hundred dollars". */
final class Amounts {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final String UNIT = "(?:k|mm|m|mil|million|thousand|grand)\\b";
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));
    private static final String WORD = "(?:" + String.join("|", WORDS.keySet()) + "|hundred|thousand|million)";
    private static final QuickPattern NUMBER =
            QuickPattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)\\s?(k|mm|mil|million|m|thousand|grand)?\\b", I);

    /** An amount without a name, to be put after what introduces it. */
    static final String AMOUNT = "(?:\\$\\s?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?" + UNIT + ")?|\\d[\\d,]*(?:\\.\\d+)?\\s?"
            + UNIT + "|\\d{1,3}(?:,\\d{3})+(?:\\.\\d{2})?|\\d+\\.\\d{2}(?!\\d)|\\d{3,9}(?![\\d-]))";

    /** An amount anywhere in a text: it has a dollar sign, a unit or the word. */
    static final QuickPattern ANYWHERE = QuickPattern.compile(
            "\\$\\s?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?" + UNIT + ")?"
                    + "|(?<![\\w$/.,-])\\d[\\d,]*(?:\\.\\d+)?\\s?(?:" + UNIT
                    + "|(?:dollars|bucks|usd)\\b)(?:\\s+dollars)?"
                    + "|\\b" + WORD + "(?:[ -](?:and )?" + WORD + ")*\\s+(?:dollars|bucks)\\b"
                    + "|(?<=\\b(?:premium|prem|due|balance|amount|payment)[=:]\\+?)\\d[\\d,]*(?:\\.\\d+)?",
            I);

    private Amounts() {}

    /** The amount in dollars, or null where the text is none. */
    static @Nullable BigDecimal dollars(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return words(text);
        }
        BigDecimal amount = new BigDecimal(number.group(1).replaceAll(",", ""));
        String unit = number.group(2) == null ? "" : number.group(2).toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "" -> amount;
            case "k", "thousand", "grand" -> plain(amount.multiply(BigDecimal.valueOf(1_000)));
            default -> plain(amount.multiply(BigDecimal.valueOf(1_000_000)));
        };
    }

    private static @Nullable BigDecimal words(String text) {
        long total = 0;
        long group = 0;
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s-]+", -1)) {
            switch (word) {
                case "hundred" -> group = Math.max(1, group) * 100;
                case "thousand", "million" -> {
                    total += Math.max(1, group) * (word.equals("million") ? 1_000_000 : 1_000);
                    group = 0;
                }
                default -> group += WORDS.getOrDefault(word, 0);
            }
        }
        return total + group == 0 ? null : BigDecimal.valueOf(total + group);
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
