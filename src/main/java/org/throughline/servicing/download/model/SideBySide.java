package org.throughline.servicing.download.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.download.Transaction;

/**
 * A carrier's values and the agency's, as people read them.
 *
 * @param carrier the carrier's, one a line
 * @param ams those of the agency management system, one a line; empty where no policy was found
 * @param comparison both of each value with how they compare, one a line
 */
public record SideBySide(String carrier, String ams, String comparison) {

    /** Below what a process variable holds. */
    static final int LONGEST = 3500;

    /** Nothing to compare. */
    public static SideBySide none(String reason) {
        return new SideBySide("", "", reason);
    }

    public static SideBySide of(Transaction transaction, @Nullable Policy policy, MatchFacts facts, String reason) {
        Lines lines = new Lines(policy != null);
        lines.add("Policy number", transaction.policyNumber(), policy == null ? "" : policy.number(), number(facts));
        lines.add(
                "Carrier", carrier(transaction), policy == null ? "" : carrier(policy), word(facts.carrier(), policy));
        lines.add(
                "Insured",
                transaction.insured(),
                policy == null ? "" : policy.namedInsured(),
                word(facts.name(), policy));
        lines.add(
                "Line",
                transaction.line(),
                policy == null ? "" : String.join(", ", policy.lines()),
                word(facts.line(), policy));
        lines.add(
                "Term",
                term(transaction.termFrom(), transaction.termTo()),
                policy == null ? "" : term(policy.effective(), policy.expiration()),
                word(facts.term(), policy));
        lines.add(
                "What happened",
                transaction.code().words() + day(" effective ", transaction.effective()),
                policy == null ? "" : policy.rawStatus() + day(", cancelled as of ", policy.cancellationDate()),
                word(facts.standing(), policy));
        lines.add(
                "Premium of the term",
                amount(transaction.premium()),
                policy == null ? "" : amount(policy.premium()),
                "");
        lines.add("Change of premium", amount(transaction.premiumChange()), "", "");
        lines.add("Interests", interests(transaction), policy == null ? "" : interests(policy), "");
        lines.add("Remarks", transaction.remarks().replace("\n", " "), "", "");
        return lines.done(reason);
    }

    private static final class Lines {

        private final boolean both;
        private final List<String> carrier = new ArrayList<>();
        private final List<String> ams = new ArrayList<>();
        private final List<String> compared = new ArrayList<>();

        private Lines(boolean both) {
            this.both = both;
        }

        private void add(String label, String theirs, String ours, String how) {
            if (!theirs.isEmpty()) {
                carrier.add(label + ": " + theirs);
            }
            if (!ours.isEmpty()) {
                ams.add(label + ": " + ours);
            }
            if (both && !(theirs.isEmpty() && ours.isEmpty())) {
                compared.add(label + ": " + orNothing(theirs) + " | " + orNothing(ours)
                        + (how.isEmpty() ? "" : " (" + how + ")"));
            }
        }

        private SideBySide done(String reason) {
            if (both) {
                compared.add(0, "Carrier | AMS");
            }
            if (!reason.isEmpty()) {
                compared.add(0, reason);
            }
            return new SideBySide(text(carrier), text(ams), text(compared));
        }

        private static String orNothing(String value) {
            return value.isEmpty() ? "not said" : value;
        }

        private static String text(List<String> lines) {
            String text = String.join("\n", lines);
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        }
    }

    private static String number(MatchFacts facts) {
        return switch (facts.number()) {
            case SAME -> "same";
            case FORMAT -> "same but for its format";
            case MODULE -> "same but for a number behind";
            case REMEMBERED -> "matched by a person before";
            case CHOSEN -> "chosen by a person";
            case DIFFERENT -> "different";
        };
    }

    private static String word(Enum<?> how, @Nullable Policy policy) {
        return policy == null ? "" : how.name().toLowerCase(Locale.ROOT);
    }

    private static String carrier(Transaction transaction) {
        return transaction.naic() == null
                ? transaction.carrier()
                : transaction.carrier() + " (" + transaction.naic() + ")";
    }

    private static String carrier(Policy policy) {
        return policy.naic() == null ? policy.carrierName() : policy.carrierName() + " (" + policy.naic() + ")";
    }

    private static String term(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null && to == null ? "" : (from == null ? "?" : from) + " to " + (to == null ? "?" : to);
    }

    private static String day(String before, @Nullable LocalDate day) {
        return day == null ? "" : before + day;
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : "$" + amount.toPlainString();
    }

    private static String interests(Transaction transaction) {
        return transaction.image().stream()
                .filter(part -> part.subject() != Subject.VEHICLE
                        && part.subject() != Subject.DRIVER
                        && part.subject() != Subject.LOCATION)
                .map(part -> part.name())
                .collect(Collectors.joining("; "));
    }

    private static String interests(Policy policy) {
        return policy.additionalInterests().stream()
                .map(Policy.AdditionalInterest::name)
                .collect(Collectors.joining("; "));
    }
}
