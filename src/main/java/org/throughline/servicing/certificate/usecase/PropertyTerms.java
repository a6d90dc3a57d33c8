package org.throughline.servicing.certificate.usecase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.servicing.certificate.model.Certificate.Limit;
import org.throughline.servicing.certificate.model.Money;
import org.throughline.servicing.certificate.model.Premises;

/** Amounts and terms of property coverages as they are printed. */
final class PropertyTerms {

    private static final List<Limit> COVERAGES = List.of(
            new Limit("Building", "building"),
            new Limit("Business personal property", "contents"),
            new Limit("Business income", "businessIncome"));
    private static final List<Limit> HOME_COVERAGES = List.of(
            new Limit("Dwelling", "dwelling"),
            new Limit("Other structures", "otherStructures"),
            new Limit("Personal property", "contents"),
            new Limit("Loss of use", "lossOfUse"),
            new Limit("Personal liability", "personalLiability"),
            new Limit("Medical payments", "medicalPayments"));
    private static final List<Limit> TERMS = List.of(
            new Limit("Deductible", "deductible"),
            new Limit("Wind, hail or hurricane deductible", "windHailOrHurricaneDeductible"),
            new Limit("Causes of loss", "causesOfLoss"),
            new Limit("Valuation", "valuation"),
            new Limit("Extended replacement cost", "extendedReplacementPercent"),
            new Limit("Coinsurance", "coinsurancePercent"),
            new Limit("Agreed value", "agreedValue"),
            new Limit("Occupancy", "occupancy"),
            new Limit("Year built", "yearBuilt"));
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("REPLACEMENT_COST", "Replacement cost"),
            Map.entry("ACTUAL_CASH_VALUE", "Actual cash value"),
            Map.entry("FUNCTIONAL_REPLACEMENT_COST", "Functional replacement cost"),
            Map.entry("SPECIAL", "Special"),
            Map.entry("BROAD", "Broad"),
            Map.entry("BASIC", "Basic"),
            Map.entry("OWNER_PRIMARY", "Owner, primary residence"),
            Map.entry("true", "Yes"),
            Map.entry("false", "No"));

    private PropertyTerms() {}

    /** The amounts of insurance; what the policy has at nothing is left out. */
    static List<Limit> coverages(Premises premises, boolean residential) {
        return (residential ? HOME_COVERAGES : COVERAGES)
                .stream()
                        .filter(coverage -> !premises.fact(coverage.amount()).isEmpty())
                        .filter(coverage -> !"0".equals(premises.fact(coverage.amount())))
                        .map(coverage -> new Limit(coverage.label(), Money.print(premises.fact(coverage.amount()))))
                        .toList();
    }

    /** The terms that the policy states; a term it does not state is left out, never assumed. */
    static List<Limit> terms(Premises premises) {
        return TERMS.stream()
                .map(term -> new Limit(term.label(), print(term.amount(), premises.fact(term.amount()))))
                .filter(term -> !term.amount().isEmpty())
                .toList();
    }

    /** One fact for people; empty where the policy does not state it. */
    static String print(String fact, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (fact) {
            case "deductible", "windHailOrHurricaneDeductible" -> Money.print(value);
            case "coinsurancePercent" -> "0".equals(value) ? "None" : value + "%";
            case "extendedReplacementPercent" -> "0".equals(value) ? "" : value + "%";
            case "yearBuilt" -> value;
            default -> WORDS.getOrDefault(value, words(value));
        };
    }

    private static String words(String value) {
        String plain = value.replace('_', ' ').toLowerCase(Locale.ROOT);
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
