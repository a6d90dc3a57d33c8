package org.throughline.ams.hawksoft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.hawksoft.CoverageCodes.Fact;
import org.throughline.ams.hawksoft.HawkSoftWire.Auto;
import org.throughline.ams.hawksoft.HawkSoftWire.Coverage;
import org.throughline.ams.hawksoft.HawkSoftWire.Location;
import org.throughline.ams.hawksoft.HawkSoftWire.PolicyRecord;

/**
 * Reads the vendor's coverages, whose limits and deductibles are strings, into limits per line under our own names. Read
 * is what can mean one thing alone: a code that one line of the policy has (see {@link CoverageCodes}), an amount, a
 * percentage or a word. A coverage that stands on every vehicle alike is the policy's. All else is left unread, and so is
 * a line of which nothing could be read. Several buildings of a PROPERTY come as {@code 1.building}, {@code 2.building} …
 */
final class HawkSoftCoverages {

    private static final Pattern AMOUNT = Pattern.compile("\\$?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.0+)?");
    private static final Pattern WORD_OR_PERCENT = Pattern.compile("[A-Za-z][A-Za-z ]*|\\d{1,3}(?:\\.\\d+)?\\s*%");
    private static final Pattern TWO = Pattern.compile("[^/]+/[^/]+");

    private HawkSoftCoverages() {}

    static Map<String, Map<String, String>> limits(PolicyRecord policy, List<String> lines) {
        Map<String, Map<String, String>> limits = new LinkedHashMap<>();
        Set<String> sections = CoverageCodes.sections(lines);
        List<Coverage> rows = new ArrayList<>(HawkSoftText.list(policy.coverages()));
        rows.addAll(ofEveryAuto(HawkSoftText.list(policy.autos()), rows));
        rows.forEach(row -> read(row, sections, "", limits));
        premises(HawkSoftText.list(policy.locations()), sections, limits);
        return limits;
    }

    /** Coverages that every vehicle has, with the same terms, and that the policy does not have already. */
    private static List<Coverage> ofEveryAuto(List<Auto> autos, List<Coverage> ofPolicy) {
        Set<String> known = codes(ofPolicy);
        Map<String, Coverage> common = new LinkedHashMap<>();
        for (int at = 0; at < autos.size(); at++) {
            Map<String, Coverage> own = new LinkedHashMap<>();
            HawkSoftText.list(autos.get(at).coverages())
                    .forEach(coverage -> own.put(HawkSoftText.text(coverage.code()), coverage));
            if (at == 0) {
                common.putAll(own);
            } else {
                common.entrySet().removeIf(entry -> !entry.getValue().equals(own.get(entry.getKey())));
            }
        }
        return common.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Set<String> codes(List<Coverage> rows) {
        Set<String> codes = new TreeSet<>();
        rows.forEach(row -> codes.add(HawkSoftText.text(row.code())));
        return codes;
    }

    private static void premises(
            List<Location> locations, Set<String> sections, Map<String, Map<String, String>> limits) {
        Optional<String> section =
                sections.stream().filter(CoverageCodes.OF_PREMISES::contains).findFirst();
        if (section.isEmpty()) {
            return;
        }
        for (int at = 0; at < locations.size(); at++) {
            Location location = locations.get(at);
            String prefix = locations.size() == 1 ? "" : (at + 1) + ".";
            HawkSoftText.list(location.coverages()).forEach(row -> read(row, sections, prefix, limits));
            Map<String, String> line = limits.computeIfAbsent(section.get(), any -> new LinkedHashMap<>());
            put(line, prefix + "location", HawkSoftText.line(location.address()));
            put(line, prefix + "description", HawkSoftText.blankToNull(location.description()));
            put(line, prefix + "yearBuilt", HawkSoftText.blankToNull(location.yearBuilt()));
            put(line, prefix + "occupancy", HawkSoftText.blankToNull(location.occupancy()));
        }
    }

    private static void read(
            Coverage row, Set<String> sections, String prefix, Map<String, Map<String, String>> limits) {
        String code = HawkSoftText.text(row.code());
        List<String> takers = sections.stream()
                .filter(section -> CoverageCodes.has(section, code))
                .toList();
        if (takers.size() != 1) {
            return;
        }
        String section = takers.get(0);
        Map<String, String> line = new LinkedHashMap<>();
        CoverageCodes.facts(section, code).forEach(fact -> read(row, fact, prefix, line));
        CoverageTerms.read(HawkSoftText.text(row.description()), section, code)
                .forEach((name, value) -> line.put(prefix + name, value));
        if (!line.isEmpty()) {
            limits.computeIfAbsent(section, any -> new LinkedHashMap<>()).putAll(line);
        }
    }

    private static void read(Coverage row, Fact fact, String prefix, Map<String, String> line) {
        BigDecimal percent = row.percent();
        String raw = switch (fact.part()) {
            case LIMITS -> HawkSoftText.text(row.limits());
            case DEDUCTIBLES -> HawkSoftText.text(row.deductibles());
            case PERCENT -> percent == null ? "" : percent.stripTrailingZeros().toPlainString();
        };
        List<String> names = fact.names();
        if (names.size() == 2 && TWO.matcher(raw).matches()) {
            String[] both = raw.split("/", -1);
            put(line, prefix + names.get(0), value(both[0].strip()));
            put(line, prefix + names.get(1), value(both[1].strip()));
        } else if (names.size() == 1) {
            put(line, prefix + names.get(0), fact.verbatim() ? HawkSoftText.blankToNull(raw) : value(raw));
        }
    }

    /** Whole dollars without separators, a percentage or a word; null for anything else. */
    private static @Nullable String value(String raw) {
        if (AMOUNT.matcher(raw).matches()) {
            return raw.replaceAll("\\.0+$", "").replaceAll("[^0-9]", "");
        }
        if (raw.equalsIgnoreCase("yes") || raw.equalsIgnoreCase("no")) {
            return String.valueOf(raw.equalsIgnoreCase("yes"));
        }
        return WORD_OR_PERCENT.matcher(raw).matches() ? raw : null;
    }

    private static void put(Map<String, String> line, String name, @Nullable String value) {
        if (value != null) {
            line.put(name, value);
        }
    }
}
