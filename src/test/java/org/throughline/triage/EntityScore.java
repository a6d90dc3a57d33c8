package org.throughline.triage;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well the entities of the labeled samples are found, by key. A value counts as right where it says the same as the
 * label: names without their legal form, numbers by value, telephone numbers by digits, lists by their members.
 */
final class EntityScore {

    /** Labels that are a reader's summary or conclusion and stand nowhere in the text. */
    static final Set<String> CONCLUDED = Set.of(
            "issue",
            "reason",
            "recommendations",
            "deficiencies",
            "newOperations",
            "claims",
            "line",
            "market",
            "project",
            "lossType",
            "regulator",
            "relatedTo",
            "impersonates",
            "document",
            "chargeDate",
            "transaction",
            "years",
            "carriers",
            "expectedPct",
            "paidPct",
            "indicatedChangePct",
            "claims36m",
            "newState",
            "lossLocation",
            "towedTo",
            "addressKind");

    private static final Set<String> LEGAL_FORMS = Set.of("llc", "inc", "corp", "co", "and", "the", "pllc", "ltd");

    private final Map<String, Count> counts = new TreeMap<>();
    private final Set<String> misses = new TreeSet<>();

    /**
     * One key's count.
     *
     * @param extra values found under the key where the label names none: more than the label, not always wrong
     */
    record Count(int right, int wrong, int missed, int extra) {
        private Count plus(Count other) {
            return new Count(right + other.right, wrong + other.wrong, missed + other.missed, extra + other.extra);
        }

        double precision() {
            return right + wrong + extra == 0 ? 1 : (double) right / (right + wrong + extra);
        }

        double recall() {
            return right + wrong + missed == 0 ? 1 : (double) right / (right + wrong + missed);
        }
    }

    static EntityScore ofSamples() {
        EntityScore score = new EntityScore();
        Desk desk = new Desk();
        for (JsonNode sample : PracticeBookIndex.read("src/main/resources/sandbox/inbound-items.json")) {
            Map<String, Object> found = EntityKeys.of(desk.read(Desk.sample(sample)));
            JsonNode labels = sample.get("labels").get("entities");
            labels.fieldNames().forEachRemaining(key -> {
                if (!CONCLUDED.contains(key)) {
                    score.compare(sample.get("id").asText(), key, labels.get(key), found.get(key));
                }
            });
            score.extra(sample.get("id").asText(), labels, found);
        }
        return score;
    }

    Count of(String key) {
        return counts.getOrDefault(key, new Count(0, 0, 0, 0));
    }

    Count all() {
        return counts.values().stream().reduce(new Count(0, 0, 0, 0), Count::plus);
    }

    /** A table of all keys and a line for each value that was not found as labeled. */
    String report() {
        String rows = counts.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return String.format(
                        Locale.ROOT,
                        "%-26s %5s %5s %6s %5s %9s %6s%n",
                        "key",
                        "right",
                        "wrong",
                        "missed",
                        "extra",
                        "precision",
                        "recall")
                + rows + row("all", all()) + String.join("\n", misses) + "\n";
    }

    private static String row(String key, Count count) {
        return String.format(
                Locale.ROOT,
                "%-26s %5d %5d %6d %5d %9.3f %6.3f%n",
                key,
                count.right(),
                count.wrong(),
                count.missed(),
                count.extra(),
                count.precision(),
                count.recall());
    }

    private void compare(String id, String key, JsonNode label, @Nullable Object found) {
        boolean right = found != null && same(key, label, found);
        Count count = right ? new Count(1, 0, 0, 0) : found == null ? new Count(0, 0, 1, 0) : new Count(0, 1, 0, 0);
        counts.merge(key, count, Count::plus);
        if (!right) {
            misses.add(id + " " + key + ": " + found + " not " + label);
        }
    }

    /** Keys that some sample is labeled with count where they are found in one that is not. */
    private void extra(String id, JsonNode labels, Map<String, Object> found) {
        found.forEach((key, value) -> {
            if (!labels.has(key) && counts.containsKey(key) && !Boolean.FALSE.equals(value)) {
                counts.merge(key, new Count(0, 0, 0, 1), Count::plus);
                misses.add(id + " " + key + " extra: " + value);
            }
        });
    }

    private static boolean same(String key, JsonNode label, Object found) {
        if (label.isArray()) {
            List<?> values = found instanceof List<?> list ? list : List.of(found);
            return label.size() == values.size() && values.stream().allMatch(value -> anyEqual(key, label, value));
        }
        if (label.isNumber()) {
            return label.decimalValue().compareTo(new BigDecimal(found.toString())) == 0;
        }
        String wanted = label.asText();
        return switch (key) {
            case "callback" -> digits(wanted).startsWith(digits(found.toString()));
            case "lossDate" -> wanted.substring(0, 10).equals(found.toString());
            case "driver" -> wanted.equals(found.toString());
            default -> alike(wanted, found.toString());
        };
    }

    private static boolean anyEqual(String key, JsonNode labels, Object value) {
        for (JsonNode one : labels) {
            if (same(key, one, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean alike(String wanted, String found) {
        List<String> left = words(wanted);
        List<String> right = words(found);
        return left.equals(right)
                || initials(left, right)
                || initials(right, left)
                || (left.size() > 1 && right.containsAll(left));
    }

    /** "H. Brandt" and "Hannah Brandt": the same last name, and first names that begin alike. */
    private static boolean initials(List<String> left, List<String> right) {
        return left.size() == 2
                && right.size() == 2
                && left.get(0).length() == 1
                && right.get(0).startsWith(left.get(0))
                && left.get(1).equals(right.get(1));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word))
                .toList();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
