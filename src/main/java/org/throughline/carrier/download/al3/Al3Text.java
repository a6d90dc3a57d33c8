package org.throughline.carrier.download.al3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A transaction as text that people and triage read: every value that was sent, also those that cannot be understood. */
final class Al3Text {

    private static final Map<String, String> OTHERS = Map.of(
            "5CVG", "Coverage part",
            "5VEH", "Vehicle",
            "5DRV", "Driver",
            "5LOC", "Location",
            "5AOI", "Additional interest",
            "5FOR", "Form",
            "5END", "Endorsement",
            "5CLM", "Claim",
            "5RMK", "Remarks");
    private static final Set<String> IN_WORDS = Set.of(
            Group.TRANSACTION,
            Layout.NUMBER.group(),
            Layout.INSURED.group(),
            Layout.STREET.group(),
            Layout.COVERAGE.group());
    private static final int DATA = 30;
    private static final int LONGEST_OTHER = 400;
    private static final int MOST_OTHERS = 300;

    private final Al3Transaction transaction;
    private final List<String> lines = new ArrayList<>();

    private Al3Text(Al3Transaction transaction) {
        this.transaction = transaction;
    }

    static String of(Al3Transaction transaction, String subject) {
        Al3Text text = new Al3Text(transaction);
        text.lines.add(subject);
        text.policy();
        transaction.all(Layout.COVERAGE.group()).forEach(text::coverage);
        text.others();
        return String.join("\n", text.lines);
    }

    private void policy() {
        add("Carrier", transaction.value(Layout.CARRIER));
        add("NAIC", transaction.value(Layout.NAIC));
        add("Line of business", transaction.line());
        add("Policy", transaction.value(Layout.NUMBER));
        add("Insured", transaction.value(Layout.INSURED));
        add("Address", address());
        add("Phone", transaction.value(Layout.PHONE));
        add("Transaction effective", Values.dateText(transaction.value(Layout.EFFECTIVE)));
        add("Processed", Values.dateText(transaction.value(Layout.PROCESSED)));
        add("Policy term", term());
        add("Written premium", Values.amountText(transaction.value(Layout.PREMIUM)));
    }

    private void coverage(Group group) {
        String details = Stream.of(
                        labeled("premium", Values.amountText(transaction.in(group, Layout.COVERAGE_PREMIUM))),
                        labeled("limit", Values.wholeText(transaction.in(group, Layout.LIMIT))),
                        labeled("second limit", Values.wholeText(transaction.in(group, Layout.SECOND_LIMIT))),
                        labeled("deductible", Values.wholeText(transaction.in(group, Layout.DEDUCTIBLE))))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        add("Coverage", transaction.in(group, Layout.COVERAGE) + (details.isEmpty() ? "" : ", " + details));
    }

    private void others() {
        transaction.groups().stream()
                .filter(group -> !IN_WORDS.contains(group.code()))
                .limit(MOST_OTHERS)
                .forEach(group -> add(
                        OTHERS.getOrDefault(group.code(), "Group " + group.code()),
                        shortened(Values.clean(group.slice(DATA, Integer.MAX_VALUE)))));
    }

    private String address() {
        String town = (transaction.value(Layout.STATE) + " " + transaction.value(Layout.POSTAL_CODE)).strip();
        return Stream.of(
                        transaction.value(Layout.STREET),
                        transaction.value(Layout.SECOND_STREET),
                        transaction.value(Layout.CITY),
                        town)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String term() {
        String from = Values.dateText(transaction.value(Layout.TERM_FROM));
        String to = Values.dateText(transaction.value(Layout.TERM_TO));
        return from.isEmpty() && to.isEmpty() ? "" : from + " to " + to;
    }

    private void add(String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + ": " + value);
        }
    }

    private static String labeled(String label, String value) {
        return value.isEmpty() ? "" : label + " " + value;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_OTHER ? text : text.substring(0, LONGEST_OTHER - 1) + "…";
    }
}
