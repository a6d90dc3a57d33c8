package org.throughline.carrier.acordxml;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.carrier.CarrierRecords.CarrierPolicy;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.download.LineCodes;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.xml.XmlElement;

/** A policy as its carrier has it, from any message that carries one. */
final class AcordPolicies {

    private AcordPolicies() {}

    static CarrierPolicy read(XmlElement message) {
        XmlElement policy = AcordAnswers.policy(message);
        return new CarrierPolicy(
                required(policy, "PolicyNumber"),
                policy.text("NAICCd").orElse(""),
                LineCodes.ours(policy.text("LOBCd").orElse("")),
                message.at("InsuredOrPrincipal").map(AcordParty::name).orElse(""),
                policy.text("PolicyStatusCd").orElse(""),
                day(policy, "ContractTerm/EffectiveDt"),
                day(policy, "ContractTerm/ExpirationDt"),
                AcordValues.amount(policy, "CurrentTermAmt"),
                coverages(message),
                parties(message));
    }

    /** By what the carrier calls each, with every part of it in words, such as {@code 1000000, deductible 500}. */
    static Map<String, String> coverages(XmlElement message) {
        Map<String, String> coverages = new LinkedHashMap<>();
        message.everything("Coverage")
                .forEach(coverage -> name(coverage).ifPresent(name -> {
                    String terms = terms(coverage);
                    coverages.merge(name, terms, (one, other) -> one.equals(other) ? one : one + " / " + other);
                }));
        return coverages;
    }

    private static Optional<String> name(XmlElement coverage) {
        return coverage.text("CoverageDesc").or(() -> coverage.text("CoverageCd"));
    }

    private static String terms(XmlElement coverage) {
        Map<String, String> terms =
                AcordTerms.coverage(coverage, Action.ADD).map(Change::values).orElse(Map.of());
        String limit = terms.getOrDefault("limit", "");
        String deductible = terms.get("deductible");
        if (deductible == null) {
            return limit;
        }
        return limit.isEmpty() ? "Deductible " + deductible : limit + ", deductible " + deductible;
    }

    /** Additional insureds, mortgagees and the like, as if each had just been added. */
    static List<Change> parties(XmlElement message) {
        return message.everything(AcordInterests.ELEMENT)
                .flatMap(interest -> AcordInterests.read(interest, Action.ADD).stream())
                .toList();
    }

    private static String required(XmlElement policy, String what) {
        return policy.text(what)
                .orElseThrow(() -> new VendorContractBroken("A policy was answered without its " + what));
    }

    private static LocalDate day(XmlElement policy, String what) {
        LocalDate day = AcordValues.date(policy.text(what));
        if (day == null) {
            throw new VendorContractBroken("A policy was answered without a readable " + what);
        }
        return day;
    }
}
