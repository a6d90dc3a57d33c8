package org.throughline.sandbox.carrier.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.sandbox.carrier.PolicyChange;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyChange.Item;

/** One change in words, such as {@code add additional insured Gulfton Apartments LP; form=CG 20 10}. */
final class ChangeLine {

    private static final Map<String, Action> ACTIONS = Map.of(
            "add", Action.ADD,
            "change", Action.CHANGE,
            "amend", Action.CHANGE,
            "update", Action.CHANGE,
            "remove", Action.REMOVE,
            "delete", Action.REMOVE);
    private static final Map<String, Item> ITEMS = items();
    private static final Pattern GAP = Pattern.compile("\\s+(\\w)");

    private ChangeLine() {}

    private static Map<String, Item> items() {
        Map<String, Item> words =
                new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (Item item : Item.values()) {
            words.put(item.words(), item);
            words.put(item.name().toLowerCase(Locale.ROOT), item);
        }
        words.put("ai", Item.ADDITIONAL_INSURED);
        words.put("lender", Item.MORTGAGEE);
        return new LinkedHashMap<>(words);
    }

    /** Empty where the line says nothing that could be done. */
    static Optional<PolicyChange> read(String line) {
        String[] parts = line.split(";", -1);
        String head = parts[0].strip();
        int space = head.indexOf(' ');
        Action action = space < 0 ? null : ACTIONS.get(head.substring(0, space).toLowerCase(Locale.ROOT));
        if (action == null) {
            return Optional.empty();
        }
        String rest = head.substring(space).strip();
        for (Map.Entry<String, Item> word : ITEMS.entrySet()) {
            if (rest.toLowerCase(Locale.ROOT).startsWith(word.getKey())) {
                String name = rest.substring(word.getKey().length())
                        .replaceFirst("^[\\s:]+", "")
                        .strip();
                return Optional.of(new PolicyChange(action, word.getValue(), name, values(parts)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> values(String[] parts) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 1; at < parts.length; at++) {
            int equals = parts[at].indexOf('=');
            if (equals > 0) {
                values.put(
                        key(parts[at].substring(0, equals).strip()),
                        parts[at].substring(equals + 1).strip());
            }
        }
        return values;
    }

    /** "loan number" as {@code loanNumber}. */
    private static String key(String spoken) {
        Matcher gap = GAP.matcher(spoken);
        return gap.replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    static String written(PolicyChange change) {
        StringBuilder line = new StringBuilder(change.action().name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(change.item().words())
                .append(": ")
                .append(change.name());
        new TreeMap<>(change.values())
                .forEach((key, value) ->
                        line.append("; ").append(key).append('=').append(value));
        return line.toString();
    }
}
