package org.throughline.servicing.certificate.usecase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyForm;
import org.throughline.carrier.PartyNames;

/**
 * One wording asked for on one line; as text {@code WAIVER_OF_SUBROGATION:AUTO}. The line is empty for text that belongs
 * to no line.
 */
record WordingItem(String wording, String line) {

    private static final List<String> WAIVABLE = List.of("GL", "AUTO", "WC");

    /**
     * What the forms of a policy grant for an item.
     *
     * @param grant NOT_READ, NONE, SCHEDULED, OTHER_PARTY_SCHEDULED, BLANKET or BLANKET_IF_CONTRACT
     * @param form number and edition of the form, or empty
     */
    record Grant(String grant, String form, String edition) {}

    static WordingItem parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new WordingItem(text.strip(), "")
                : new WordingItem(
                        text.substring(0, colon).strip(),
                        text.substring(colon + 1).strip());
    }

    /**
     * The wording asked for, line by line. Without a line, additional insured, primary and aggregate wording is about
     * general liability, a waiver about every line shown that can have one, and notice about every line shown.
     */
    static List<WordingItem> of(List<String> wording, Collection<String> linesShown) {
        Set<WordingItem> items = new LinkedHashSet<>();
        for (String text : wording) {
            WordingItem item = parse(text);
            if (!item.line().isEmpty() || "OTHER".equals(item.wording())) {
                items.add(item);
            } else {
                lines(item.wording(), linesShown).forEach(line -> items.add(new WordingItem(item.wording(), line)));
            }
        }
        return List.copyOf(items);
    }

    private static List<String> lines(String wording, Collection<String> shown) {
        List<String> lines = switch (wording) {
            case "WAIVER_OF_SUBROGATION" ->
                WAIVABLE.stream().filter(shown::contains).toList();
            case "NOTICE_OF_CANCELLATION" -> List.copyOf(shown);
            default -> List.of("GL");
        };
        return lines.isEmpty() ? List.of("GL") : lines;
    }

    String text() {
        return line.isEmpty() ? wording : wording + ":" + line;
    }

    /** What the policy's forms grant for this item to a holder; no policy grants nothing. */
    Grant grant(@Nullable Policy policy, String holder) {
        if (policy == null) {
            return new Grant("NONE", "", "");
        }
        List<PolicyForm> forms = policy.forms();
        if (forms == null) {
            return new Grant("NOT_READ", "", "");
        }
        return forms.stream()
                .filter(this::granting)
                .map(form -> new Grant(
                        kind(form, holder),
                        (form.number() + " " + (form.edition() == null ? "" : form.edition())).strip(),
                        form.edition() == null ? "" : form.edition()))
                .max(Comparator.comparingInt(grant -> STRENGTH.indexOf(grant.grant())))
                .orElse(new Grant("NONE", "", ""));
    }

    private static final List<String> STRENGTH =
            List.of("OTHER_PARTY_SCHEDULED", "BLANKET_IF_CONTRACT", "BLANKET", "SCHEDULED");

    /** Ongoing operations are what a request for plain additional insured status means to a contractor's holder. */
    private boolean granting(PolicyForm form) {
        List<String> effects = "ADDITIONAL_INSURED".equals(wording)
                ? List.of("ADDITIONAL_INSURED", "ADDITIONAL_INSURED_ONGOING")
                : List.of(wording);
        String formLine = form.line();
        return effects.contains(form.effect()) && (formLine == null || formLine.equals(line));
    }

    private static String kind(PolicyForm form, String holder) {
        if (form.scheduledParties().stream().anyMatch(party -> PartyNames.same(party, holder))) {
            return "SCHEDULED";
        }
        if (!form.blanket()) {
            return "OTHER_PARTY_SCHEDULED";
        }
        return form.requiresWrittenContract() ? "BLANKET_IF_CONTRACT" : "BLANKET";
    }

    static List<String> words(@Nullable String commaSeparated) {
        return commaSeparated == null
                ? List.of()
                : new ArrayList<>(Arrays.stream(commaSeparated.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }
}
