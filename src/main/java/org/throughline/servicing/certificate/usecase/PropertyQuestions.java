package org.throughline.servicing.certificate.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Client;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Money;
import org.throughline.servicing.certificate.model.Premises;

/** The questions that {@code property-check} answers for a document about property, each with the fact it decides on. */
final class PropertyQuestions {

    private static final String NOT_KNOWN = "NOT_KNOWN";

    private PropertyQuestions() {}

    /** Questions with their facts, in the order in which people read the answers. */
    static Map<String, String> of(Asked asked, @Nullable Client client, PropertyShown property) {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("CONSENT", consent(asked, client));
        questions.put("POLICY", policy(property));
        if (property.policy() == null) {
            return questions;
        }
        questions.put("LOCATION", location(asked, property));
        AdditionalInterest interest = property.interest();
        questions.put("INTEREST", interest == null ? "NONE" : interest.nature());
        if (property.lender()) {
            questions.put("LOAN_NUMBER", loan(asked, property));
        }
        List<String> demands = asked.shown().property().demands();
        for (String demand : demands) {
            questions.put(name(demand), met(demand, property));
        }
        if (demands.isEmpty() && asked.flags().contains("COVERAGE_CONDITIONS_REQUIRED")) {
            questions.put("OTHER_CONDITIONS", NOT_KNOWN);
        }
        return questions;
    }

    /** The text form for the model: {@code INTEREST=MORTGAGEE}. */
    static List<String> texts(Map<String, String> questions) {
        List<String> texts = new ArrayList<>();
        questions.forEach((question, fact) -> texts.add(question + "=" + fact));
        return texts;
    }

    private static String consent(Asked asked, @Nullable Client client) {
        if (CertificateChecks.mayAsk(asked.requester(), client)) {
            return "INSURED_ASKS";
        }
        return asked.consentHeld() ? "HELD" : "NOT_HELD";
    }

    private static String policy(PropertyShown property) {
        if (property.policy() != null) {
            return "ONE";
        }
        return property.candidates().isEmpty() ? "NONE" : "SEVERAL";
    }

    private static String location(Asked asked, PropertyShown property) {
        if (asked.shown().property().location().isBlank()) {
            return "NOT_GIVEN";
        }
        return property.located() ? "ON_POLICY" : "NOT_ON_POLICY";
    }

    private static String loan(Asked asked, PropertyShown property) {
        String given = plain(asked.shown().property().loanNumber());
        AdditionalInterest interest = property.interest();
        String known = plain(interest == null || interest.loanNumber() == null ? "" : interest.loanNumber());
        if (given.isEmpty()) {
            return "NOT_GIVEN";
        }
        return known.isEmpty() ? "NOT_ON_POLICY" : known.equals(given) ? "SAME" : "DIFFERENT";
    }

    private static String plain(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** The demand without its amount: {@code MAX_DEDUCTIBLE} of {@code MAX_DEDUCTIBLE:10000}. */
    static String name(String demand) {
        int colon = demand.indexOf(':');
        return (colon < 0 ? demand : demand.substring(0, colon)).strip();
    }

    private static String met(String demand, PropertyShown property) {
        return switch (name(demand)) {
            case "REPLACEMENT_COST" -> all(property, "valuation", "REPLACEMENT_COST");
            case "AGREED_VALUE" -> all(property, "agreedValue", "true");
            case "SPECIAL_FORM" -> all(property, "causesOfLoss", "SPECIAL");
            case "NO_COINSURANCE" ->
                property.premises().stream().anyMatch(each -> percent(each) > 0)
                        ? "NOT_MET"
                        : all(property, "coinsurancePercent", "0");
            case "MAX_DEDUCTIBLE" -> deductible(demand, property);
            default -> NOT_KNOWN;
        };
    }

    private static long percent(Premises premises) {
        return Money.amount(premises.fact("coinsurancePercent")).orElse(0);
    }

    private static String all(PropertyShown property, String fact, String wanted) {
        boolean unknown = property.premises().isEmpty()
                || property.premises().stream().anyMatch(each -> each.fact(fact).isEmpty());
        if (unknown) {
            return NOT_KNOWN;
        }
        return property.premises().stream().allMatch(each -> wanted.equals(each.fact(fact))) ? "MET" : "NOT_MET";
    }

    private static String deductible(String demand, PropertyShown property) {
        OptionalLong most = Money.amount(demand.substring(demand.indexOf(':') + 1));
        boolean byPercent = property.premises().stream()
                .anyMatch(each -> !each.fact("windHailOrHurricaneDeductible").isEmpty());
        List<OptionalLong> actual = property.premises().stream()
                .map(each -> Money.amount(each.fact("deductible")))
                .toList();
        if (most.isEmpty() || actual.isEmpty() || actual.stream().anyMatch(OptionalLong::isEmpty)) {
            return NOT_KNOWN;
        }
        boolean within = actual.stream().allMatch(each -> each.orElse(0) <= most.getAsLong());
        return !within ? "NOT_MET" : byPercent ? NOT_KNOWN : "MET";
    }
}
