package org.throughline.ams.hawksoft;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of our limits a coverage code of the vendor holds, per line. {@code BI}, {@code PD}, {@code UM}, {@code COMP} and
 * {@code COLL} are seen in a client's sample; that the others are the industry's codes, and ours where the industry has
 * none, is assumed. An agency that uses other codes has those limits unread, and a person confirms them.
 */
final class CoverageCodes {

    /** Lines whose limits belong to a building. */
    static final Set<String> OF_PREMISES = Set.of("PROPERTY", "HOME");

    private static final List<Fact> AUTO = List.of(
            limit("CSL", "combinedSingleLimit"),
            both("BI", "bodilyInjuryPerPerson", "bodilyInjuryPerAccident"),
            limit("PD", "propertyDamage"),
            term("UM", "umUim"));
    private static final List<Fact> EACH_CLAIM =
            List.of(limit("EACLM", "eachClaim"), deductible("EACLM", "retention"), limit("AGGRG", "aggregate"));

    private static final Map<String, List<Fact>> FACTS = Map.ofEntries(
            Map.entry(
                    "GL",
                    List.of(
                            limit("EAOCC", "eachOccurrence"),
                            limit("FIRDM", "damageToRentedPremises"),
                            limit("MEDEX", "medExp"),
                            limit("PIADV", "personalAdvInjury"),
                            limit("GENAG", "generalAggregate"),
                            limit("PRDCO", "productsCompletedOpsAggregate"))),
            Map.entry(
                    "AUTO",
                    Stream.concat(AUTO.stream(), Stream.of(fact("PHYSD"))).toList()),
            Map.entry(
                    "PERSONAL_AUTO",
                    Stream.concat(
                                    AUTO.stream(),
                                    Stream.of(
                                            limit("MEDPM", "medicalPayments"),
                                            deductible("COMP", "comprehensiveDeductible"),
                                            deductible("COLL", "collisionDeductible"),
                                            both("RREIM", "rentalReimbursement.perDay", "rentalReimbursement.maximum")))
                            .toList()),
            Map.entry(
                    "UMBRELLA",
                    List.of(
                            limit("EAOCC", "eachOccurrence"),
                            deductible("EAOCC", "retention"),
                            limit("AGGRG", "aggregate"))),
            Map.entry("PERSONAL_UMBRELLA", List.of(limit("EAOCC", "eachOccurrence"), deductible("EAOCC", "retention"))),
            Map.entry(
                    "WC",
                    List.of(
                            limit("WCSTA", "statutory"),
                            limit("ELEAC", "eachAccident"),
                            limit("ELDEE", "diseaseEachEmployee"),
                            limit("ELDPL", "diseasePolicyLimit"),
                            limit("WCEXC", "proprietorsExcluded"))),
            Map.entry("EO", EACH_CLAIM),
            Map.entry("DO", EACH_CLAIM),
            Map.entry(
                    "CARGO",
                    List.of(
                            limit("CRGVH", "perVehicle"),
                            deductible("CRGVH", "deductible"),
                            limit("CRGCT", "catastrophe"))),
            Map.entry(
                    "PROPERTY",
                    List.of(
                            limit("BLDG", "building"),
                            limit("BPP", "contents"),
                            deductible("PRDED", "deductible"),
                            percent("PRDED", "coinsurancePercent"),
                            limit("BUSIN", "businessIncome"))),
            Map.entry(
                    "HOME",
                    List.of(
                            limit("DWELL", "dwelling"),
                            deductible("DWELL", "deductible"),
                            percent("DWELL", "extendedReplacementPercent"),
                            limit("OS", "otherStructures"),
                            limit("PP", "contents"),
                            limit("LOU", "lossOfUse"),
                            limit("PL", "personalLiability"),
                            limit("MEDPM", "medicalPayments"),
                            deductible("WINDH", "windHailOrHurricaneDeductible"))));

    private CoverageCodes() {}

    /** Where in a coverage a fact stands. */
    enum Part {
        LIMITS,
        DEDUCTIBLES,
        PERCENT
    }

    /**
     * One fact of a coverage.
     *
     * @param names one name of ours, or two for {@code 100000/300000}; none where only the description says anything
     * @param verbatim read as it stands, as {@code 100/300} is for uninsured motorists
     */
    record Fact(String code, Part part, List<String> names, boolean verbatim) {}

    /** The lines whose coverages a policy of these lines may have: a business owner's policy has two in one. */
    static Set<String> sections(List<String> lines) {
        Set<String> sections = new LinkedHashSet<>();
        lines.forEach(line -> sections.addAll(line.equals("BOP") ? List.of("GL", "PROPERTY") : List.of(line)));
        return sections;
    }

    static boolean has(String section, String code) {
        return FACTS.getOrDefault(section, List.of()).stream()
                .anyMatch(fact -> fact.code().equals(code));
    }

    static List<Fact> facts(String section, String code) {
        return FACTS.getOrDefault(section, List.of()).stream()
                .filter(fact -> fact.code().equals(code))
                .toList();
    }

    private static Fact limit(String code, String name) {
        return new Fact(code, Part.LIMITS, List.of(name), false);
    }

    private static Fact both(String code, String... names) {
        return new Fact(code, Part.LIMITS, Arrays.asList(names), false);
    }

    private static Fact term(String code, String name) {
        return new Fact(code, Part.LIMITS, List.of(name), true);
    }

    private static Fact deductible(String code, String name) {
        return new Fact(code, Part.DEDUCTIBLES, List.of(name), false);
    }

    private static Fact percent(String code, String name) {
        return new Fact(code, Part.PERCENT, List.of(name), false);
    }

    private static Fact fact(String code) {
        return new Fact(code, Part.LIMITS, List.of(), false);
    }
}
