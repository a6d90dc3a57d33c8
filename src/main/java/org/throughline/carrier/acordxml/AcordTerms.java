package org.throughline.carrier.acordxml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlWriter;

/**
 * Coverages, {@code Coverage}, and what premium is reckoned from. Coverages with limit and deductible are confirmed, and so
 * is {@code GeneralLiabilityClassification} with class and exposure; {@code WorkCompRateClass} is partly seen, and the codes
 * of {@code PremiumBasisCd} are assumed.
 */
final class AcordTerms {

    static final String LIABILITY_CLASS = "GeneralLiabilityClassification";
    static final String COMPENSATION_CLASS = "WorkCompRateClass";

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,8}");
    private static final String PAYROLL = "PAYRL";
    private static final String SALES = "GrSales";

    private AcordTerms() {}

    static void coverage(XmlWriter xml, Change change, String id) {
        xml.element("Coverage", "id", id, () -> inner(xml, change.name(), change.values()));
    }

    /** A coverage that hangs on something else; none where it has neither limit nor deductible. */
    static void coverage(XmlWriter xml, String code, @Nullable String limit, @Nullable String deductible) {
        if (limit == null && deductible == null) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        AcordInterests.put(values, "limit", Optional.ofNullable(limit));
        AcordInterests.put(values, "deductible", Optional.ofNullable(deductible));
        xml.element("Coverage", () -> inner(xml, code, values));
    }

    private static void inner(XmlWriter xml, String code, Map<String, String> values) {
        xml.text(CODE.matcher(code).matches() ? "CoverageCd" : "CoverageDesc", code);
        if (values.containsKey("limit")) {
            xml.element("Limit", () -> xml.text("FormatInteger", values.get("limit")));
        }
        if (values.containsKey("deductible")) {
            xml.element("Deductible", () -> xml.text("FormatInteger", values.get("deductible")));
        }
    }

    static Optional<Change> coverage(XmlElement coverage, Action action) {
        Map<String, String> values = new LinkedHashMap<>();
        AcordInterests.put(values, "limit", value(coverage, "Limit"));
        AcordInterests.put(values, "deductible", value(coverage, "Deductible"));
        return coverage.text("CoverageCd")
                .or(() -> coverage.text("CoverageDesc"))
                .map(code -> new Change(action, Subject.COVERAGE, code, values));
    }

    /** The limit of the coverage of a code among those of an item. */
    static Optional<String> limit(XmlElement item, String code) {
        return item.all("Coverage")
                .filter(coverage ->
                        coverage.text("CoverageCd").filter(code::equals).isPresent())
                .findFirst()
                .flatMap(coverage -> value(coverage, "Limit"));
    }

    private static Optional<String> value(XmlElement coverage, String kind) {
        return coverage.text(kind + "/FormatInteger")
                .or(() -> coverage.text(kind + "/FormatCurrencyAmt/Amt"))
                .or(() -> coverage.text(kind + "/FormatText"));
    }

    static void exposure(XmlWriter xml, Change change, String id, AcordLine line) {
        Map<String, String> values = change.values();
        boolean payroll = values.containsKey("payroll");
        boolean compensation = line == AcordLine.WC;
        xml.element(compensation ? COMPENSATION_CLASS : LIABILITY_CLASS, "id", id, () -> {
            xml.text(compensation ? "RatingClassificationCd" : "ClassCd", change.name());
            xml.text("PremiumBasisCd", payroll ? PAYROLL : SALES);
            xml.text("Exposure", payroll ? values.get("payroll") : values.get("sales"));
        });
    }

    static Optional<Change> exposure(XmlElement rated, Action action) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean sales =
                rated.text("PremiumBasisCd").filter(SALES::equalsIgnoreCase).isPresent();
        AcordInterests.put(values, sales ? "sales" : "payroll", rated.text("Exposure"));
        return rated.text("RatingClassificationCd")
                .or(() -> rated.text("ClassCd"))
                .map(code -> new Change(action, Subject.EXPOSURE, code, values));
    }
}
