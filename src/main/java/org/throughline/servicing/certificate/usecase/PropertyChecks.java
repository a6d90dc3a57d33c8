package org.throughline.servicing.certificate.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.model.Check.Result;
import org.throughline.servicing.certificate.model.Money;
import org.throughline.servicing.certificate.model.Premises;

/** The answers of {@code property-check} as checks: the table's reason, and the facts that it was decided on. */
final class PropertyChecks {

    /** More buildings do not fit on the page. */
    static final int MOST_BUILDINGS = 6;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("CONSENT", "Consent of the insured"),
            Map.entry("POLICY", "Property policy"),
            Map.entry("LOCATION", "Property"),
            Map.entry("INTEREST", "Interest in the property"),
            Map.entry("LOAN_NUMBER", "Loan number"),
            Map.entry("REPLACEMENT_COST", "Demand: replacement cost"),
            Map.entry("AGREED_VALUE", "Demand: agreed value"),
            Map.entry("NO_COINSURANCE", "Demand: no coinsurance"),
            Map.entry("SPECIAL_FORM", "Demand: special causes of loss"),
            Map.entry("MAX_DEDUCTIBLE", "Demand: highest deductible"),
            Map.entry("PAID_RECEIPT", "Demand: paid receipt"),
            Map.entry("OTHER_CONDITIONS", "Demand: conditions of coverage"));

    private final Asked asked;
    private final PropertyShown property;

    private PropertyChecks(Asked asked, PropertyShown property) {
        this.asked = asked;
        this.property = property;
    }

    static List<Check> of(Asked asked, PropertyShown property, Map<String, Decided.Answer> answers) {
        PropertyChecks all = new PropertyChecks(asked, property);
        List<Check> checks = new ArrayList<>();
        answers.forEach((question, answer) -> checks.add(new Check(
                NAMES.getOrDefault(question, question),
                Result.valueOf(answer.result()),
                (answer.reason() + ". " + all.facts(question)).strip())));
        if (property.premises().size() > MOST_BUILDINGS) {
            checks.add(Check.stop(
                    "Size",
                    property.premises().size()
                            + " buildings do not fit on one page. Name the property that is asked for,"
                            + " or attach a schedule by hand."));
        }
        return checks;
    }

    private String facts(String question) {
        Policy policy = property.policy();
        return switch (question) {
            case "CONSENT" ->
                asked.requester().address().isBlank()
                        ? ""
                        : "Asked by " + asked.requester().address() + ".";
            case "POLICY" ->
                policy == null
                        ? property.candidates().stream().map(Policy::number).collect(Collectors.joining(", "))
                        : policy.number() + ", " + policy.carrierName() + ".";
            case "LOCATION" -> locations();
            case "INTEREST" -> interest();
            case "LOAN_NUMBER" -> loan();
            case "REPLACEMENT_COST" -> each("valuation");
            case "AGREED_VALUE" -> each("agreedValue");
            case "NO_COINSURANCE" -> each("coinsurancePercent");
            case "SPECIAL_FORM" -> each("causesOfLoss");
            case "MAX_DEDUCTIBLE" -> "Demanded: " + demanded(question) + ". " + each("deductible");
            default -> "";
        };
    }

    private String locations() {
        String insured = property.premises().stream()
                .map(Premises::location)
                .filter(location -> !location.isEmpty())
                .collect(Collectors.joining("; "));
        String wanted = asked.shown().property().location();
        return (wanted.isBlank() ? "" : "Asked for: " + wanted + ". ")
                + (insured.isEmpty() ? "" : "On the policy: " + insured + ".");
    }

    private String interest() {
        String holder = asked.shown().holderName();
        AdditionalInterest interest = property.interest();
        if (interest != null) {
            return interest.name() + " is on the policy as "
                    + interest.nature().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
        }
        String others = property.policy() == null
                ? ""
                : property.policy().additionalInterests().stream()
                        .map(AdditionalInterest::name)
                        .collect(Collectors.joining("; "));
        return (holder.isBlank() ? "Nobody is named as holder." : holder + " is not on the policy.")
                + (others.isEmpty() ? "" : " On it now: " + others + ".");
    }

    private String loan() {
        AdditionalInterest interest = property.interest();
        String known = interest == null || interest.loanNumber() == null ? "none" : interest.loanNumber();
        String given = asked.shown().property().loanNumber();
        return "The policy has " + known + (given.isBlank() ? "." : ", the request has " + given + ".");
    }

    private String demanded(String question) {
        return asked.shown().property().demands().stream()
                .filter(demand -> PropertyQuestions.name(demand).equals(question) && demand.contains(":"))
                .map(demand -> Money.print(demand.substring(demand.indexOf(':') + 1)))
                .collect(Collectors.joining(", "));
    }

    private String each(String fact) {
        return "The policy has: "
                + property.premises().stream()
                        .map(each -> PropertyTerms.print(fact, each.fact(fact)))
                        .map(term -> term.isEmpty() ? "nothing that the AMS shows" : term)
                        .distinct()
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
