package org.throughline.carrier.policychange;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.policychange.PolicyChangeWire.Resource;

/**
 * Where the parts of a policy stand in the API and how we name what is said about them. The ways are documented (C)
 * except {@code additional-interests} and {@code drivers} (P); the attributes of a line's resources are each carrier's
 * own (A).
 *
 * @param path of the collection, under its line or under the policy
 * @param name attribute by which one is told from another
 * @param fields our keys by the attributes' paths
 */
record PolicyItems(String path, boolean ofLine, String name, Map<String, String> fields) {

    private static final String INTEREST = "interestType.code";
    private static final Set<String> YES_OR_NO = Set.of("waiver", "primary", "writtenContract");
    private static final Set<String> AMOUNTS = Set.of("limit", "deductible", "building", "contents");

    private static final PolicyItems INSUREDS = new PolicyItems(
            "additional-insureds",
            true,
            "displayName",
            fields(
                    address("address"),
                    Map.of(
                            "form", "form",
                            "edition", "edition",
                            "waiverOfSubrogation", "waiver",
                            "primaryNoncontributory", "primary",
                            "writtenContractRequired", "writtenContract")));
    private static final PolicyItems INTERESTS = new PolicyItems(
            "additional-interests",
            true,
            "displayName",
            fields(
                    address("address"),
                    Map.of("contractNumber", "loanNumber", "clause", "clause", "interestItem", "item")));
    private static final PolicyItems VEHICLES = new PolicyItems(
            "vehicles",
            true,
            "vin",
            Map.of("year", "year", "make", "make", "model", "model", "garagingPostalCode", "garagingPostalCode"));
    private static final PolicyItems DRIVERS = new PolicyItems(
            "drivers", true, "displayName", Map.of("dateOfBirth", "birthDate", "licenseState.code", "licenseState"));
    private static final PolicyItems COVERAGES = new PolicyItems(
            "coverages",
            true,
            "pattern.displayName",
            Map.of("terms.Limit.directValue", "limit", "terms.Deductible.directValue", "deductible"));
    private static final PolicyItems LOCATIONS = new PolicyItems(
            "locations",
            false,
            "addressLine1",
            Map.of(
                    "city", "city",
                    "state.code", "state",
                    "postalCode", "postalCode",
                    "buildingLimit", "building",
                    "contentsLimit", "contents",
                    "occupancy", "occupancy"));
    private static final PolicyItems CONTACTS =
            new PolicyItems("contacts", false, "displayName", address("primaryAddress"));
    private static final PolicyItems NAMED =
            new PolicyItems("additional-named-insureds", false, "displayName", Map.of("entityType", "entityType"));

    /** Where that part of a policy stands; empty where the API has no place for it. */
    static Optional<PolicyItems> of(Subject subject) {
        return Optional.ofNullable(
                switch (subject) {
                    case ADDITIONAL_INSURED -> INSUREDS;
                    case MORTGAGEE, LOSS_PAYEE, LIENHOLDER -> INTERESTS;
                    case VEHICLE -> VEHICLES;
                    case DRIVER -> DRIVERS;
                    case COVERAGE -> COVERAGES;
                    case LOCATION -> LOCATIONS;
                    case MAILING_ADDRESS -> CONTACTS;
                    case NAMED_INSURED -> NAMED;
                    case EXPOSURE -> null;
                });
    }

    private static Map<String, String> address(String prefix) {
        return Map.of(
                prefix + ".addressLine1", "address",
                prefix + ".city", "city",
                prefix + ".state.code", "state",
                prefix + ".postalCode", "postalCode");
    }

    private static Map<String, String> fields(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }

    String collection(String lineId) {
        return ofLine ? "lines/" + lineId + "/" + path : path;
    }

    /** Whether a resource is the one that a change names. */
    boolean names(Change change, Resource row) {
        if (equals(CONTACTS)) {
            return true;
        }
        boolean ofKind = !equals(INTERESTS) || row.text(INTEREST).equals(interest(change.subject()));
        String wanted = plain(change.name());
        return ofKind
                && (plain(row.text(name)).equals(wanted)
                        || (equals(COVERAGES) && plain(row.text("pattern.id")).equals(wanted)));
    }

    /** The attributes of a new one. */
    Map<String, Object> created(Change change) {
        Map<String, Object> attributes = said(change.values());
        if (equals(COVERAGES)) {
            put(attributes, "pattern.id", change.name().replaceAll("[^A-Za-z0-9]", ""));
        }
        put(attributes, name, change.name());
        if (equals(INTERESTS)) {
            put(attributes, INTEREST, interest(change.subject()));
        }
        return attributes;
    }

    /** Those of the values that the API has a place for, as attributes. */
    Map<String, Object> said(Map<String, String> values) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        fields.forEach((attribute, key) -> {
            String value = values.get(key);
            if (value != null) {
                put(attributes, attribute, YES_OR_NO.contains(key) ? (Object) yes(value) : sent(key, value));
            }
        });
        return attributes;
    }

    private static String sent(String key, String value) {
        return AMOUNTS.contains(key) ? amount(value) : value;
    }

    /** Which of a change's values the API has no place for. */
    Set<String> withoutPlace(Change change) {
        Set<String> keys = new TreeSet<>(change.values().keySet());
        keys.removeAll(fields.values());
        if (equals(LOCATIONS)) {
            keys.remove("address");
        }
        return keys;
    }

    /** What the carrier says about one, by our keys; yes and no as they were asked, where they were. */
    Map<String, String> values(Resource row, Map<String, String> asked) {
        Map<String, String> values = new TreeMap<>();
        fields.forEach((attribute, key) -> {
            String value = row.text(attribute);
            if (!value.isEmpty()) {
                String wanted = asked.get(key);
                values.put(key, wanted != null && same(key, wanted, value) ? wanted : value);
            }
        });
        if (equals(LOCATIONS) && !row.text(name).isEmpty()) {
            values.put("address", row.text(name));
        }
        return values;
    }

    /** Which of the values the carrier has otherwise, or not at all. */
    Map<String, String> differing(Change change, Resource row) {
        Map<String, String> differing = new TreeMap<>();
        fields.forEach((attribute, key) -> {
            String wanted = change.values().get(key);
            if (wanted != null && !same(key, wanted, row.text(attribute))) {
                differing.put(key, wanted);
            }
        });
        return differing;
    }

    private static boolean same(String key, String one, String other) {
        if (YES_OR_NO.contains(key)) {
            return yes(one) == yes(other);
        }
        return AMOUNTS.contains(key)
                ? amount(one).equals(amount(other))
                : one.strip().equalsIgnoreCase(other.strip());
    }

    private static boolean yes(String value) {
        return value.strip().matches("(?i)y|yes|true");
    }

    /** {@code $1,000,000.00} as {@code 1000000}; anything that is no amount as it is. */
    private static String amount(String value) {
        String bare = value.replaceAll("[$,\\s]", "").replaceFirst("\\.0+$", "");
        return bare.matches("\\d+(\\.\\d+)?") ? bare : value.strip();
    }

    static String interest(Subject subject) {
        return switch (subject) {
            case MORTGAGEE -> "Mortgagee";
            case LOSS_PAYEE -> "LossPayee";
            case LIENHOLDER -> "Lienholder";
            default -> subject.name();
        };
    }

    /** The subject of an additional interest; empty for kinds that we do not know. */
    static Optional<Subject> subject(Resource interest) {
        return Stream.of(Subject.MORTGAGEE, Subject.LOSS_PAYEE, Subject.LIENHOLDER)
                .filter(subject -> interest(subject).equals(interest.text(INTEREST)))
                .findFirst();
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> attributes, String path, Object value) {
        Map<String, Object> place = attributes;
        String[] steps = path.split("\\.", -1);
        for (int at = 0; at < steps.length - 1; at++) {
            place = (Map<String, Object>) place.computeIfAbsent(steps[at], step -> new LinkedHashMap<String, Object>());
        }
        place.put(steps[steps.length - 1], value);
    }
}
