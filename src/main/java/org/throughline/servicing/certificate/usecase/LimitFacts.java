package org.throughline.servicing.certificate.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.throughline.ams.Policy;
import org.throughline.servicing.certificate.model.Lines;
import org.throughline.servicing.certificate.model.Money;

/** The limits that {@code certificate-limits} compares, required and actual, under the names that the table uses. */
final class LimitFacts {

    /** Limit keys as in {@code Policy.limits}, with what they are called on paper. */
    private static final Map<String, String> LABELS = labels(
            "GL.eachOccurrence", "each occurrence",
            "GL.damageToRentedPremises", "damage to rented premises",
            "GL.medExp", "medical expense",
            "GL.personalAdvInjury", "personal and advertising injury",
            "GL.generalAggregate", "general aggregate",
            "GL.productsCompletedOpsAggregate", "products and completed operations aggregate",
            "AUTO.combinedSingleLimit", "combined single limit",
            "UMBRELLA.eachOccurrence", "each occurrence",
            "UMBRELLA.aggregate", "aggregate",
            "WC.eachAccident", "each accident",
            "WC.diseaseEachEmployee", "disease, each employee",
            "WC.diseasePolicyLimit", "disease, policy limit");

    private LimitFacts() {}

    /** Inputs of the table: {@code glEachOccurrence} and {@code glEachOccurrenceRequired} in whole dollars. */
    static Map<String, Long> of(Map<String, Long> required, Map<String, Policy> shown) {
        Map<String, Long> facts = new LinkedHashMap<>();
        LABELS.keySet().forEach(key -> {
            facts.put(variable(key), actual(key, shown).orElse(0));
            facts.put(variable(key) + "Required", required.getOrDefault(key, 0L));
        });
        return facts;
    }

    /** Limits that are required but that the table does not compare, such as an auto symbol. */
    static List<String> notCompared(Map<String, Long> required) {
        List<String> unknown = new ArrayList<>(required.keySet());
        unknown.removeIf(LABELS::containsKey);
        return unknown;
    }

    /** Whether this is the key of a limit that a certificate shows. */
    static boolean known(String key) {
        return LABELS.containsKey(key);
    }

    static String keys(String line) {
        return LABELS.keySet().stream().filter(key -> line(key).equals(line)).collect(Collectors.joining(", "));
    }

    static OptionalLong actual(String key, Map<String, Policy> shown) {
        String line = line(key);
        Policy policy = shown.get(line);
        return policy == null
                ? OptionalLong.empty()
                : Money.amount(policy.limits().getOrDefault(line, Map.of()).get(key.substring(line.length() + 1)));
    }

    /** The limit's name for people: {@code Umbrella liability, each occurrence}. */
    static String label(String key) {
        return Lines.title(line(key)) + ", " + LABELS.getOrDefault(key, key);
    }

    private static String line(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    private static String variable(String key) {
        String name = key.substring(line(key).length() + 1);
        return line(key).toLowerCase(Locale.ROOT) + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Map<String, String> labels(String... keysAndLabels) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int at = 0; at < keysAndLabels.length; at += 2) {
            labels.put(keysAndLabels[at], keysAndLabels[at + 1]);
        }
        return labels;
    }
}
