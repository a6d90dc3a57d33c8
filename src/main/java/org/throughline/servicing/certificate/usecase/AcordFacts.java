package org.throughline.servicing.certificate.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.Certificate.Building;
import org.throughline.servicing.certificate.model.Certificate.Coverage;
import org.throughline.servicing.certificate.model.Certificate.Insurer;
import org.throughline.servicing.certificate.model.Certificate.Interest;
import org.throughline.servicing.certificate.model.Certificate.Limit;
import org.throughline.servicing.certificate.model.Certificate.Property;
import org.throughline.servicing.certificate.model.Party;

/** What a certificate shows, fact by fact under the names that the maps of ACORD fields use. */
final class AcordFacts {

    private AcordFacts() {}

    /** What the certificate shows, by the names that the map of fields uses. */
    static Map<String, String> of(Certificate certificate) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", PrintedPage.day(certificate.issuedOn()));
        facts.put("number", certificate.number());
        party(facts, "producer", certificate.producer().party());
        facts.put("producer.phone", certificate.producer().phone());
        facts.put(
                "producer.fax",
                Objects.requireNonNullElse(certificate.producer().fax(), ""));
        facts.put("producer.email", certificate.producer().email());
        party(facts, "insured", certificate.insured());
        for (Insurer insurer : certificate.insurers()) {
            facts.put("insurer." + insurer.letter() + ".name", insurer.name());
            facts.put("insurer." + insurer.letter() + ".naic", insurer.naic());
        }
        certificate.coverages().forEach(coverage -> coverage(facts, coverage));
        facts.put("description", certificate.description());
        party(facts, "holder", certificate.holder());
        facts.put("representative", certificate.representative().name());
        return facts;
    }

    private static void coverage(Map<String, String> facts, Coverage coverage) {
        String prefix =
                (List.of("GL", "AUTO", "UMBRELLA", "WC").contains(coverage.line()) ? coverage.line() : "OTHER") + ".";
        facts.put(prefix + "insurer", coverage.insurerLetter());
        facts.put(prefix + "title", coverage.title());
        facts.put(prefix + "policy", coverage.policyNumber());
        facts.put(prefix + "effective", PrintedPage.day(coverage.effective()));
        facts.put(prefix + "expiration", PrintedPage.day(coverage.expiration()));
        facts.put(prefix + "additionalInsured", coverage.additionalInsured() ? "Y" : "");
        facts.put(prefix + "subrogationWaived", coverage.subrogationWaived() ? "Y" : "");
        for (String option : coverage.options()) {
            facts.put(prefix + "option." + option.replace(' ', '-'), "Y");
        }
        for (Limit limit : coverage.limits()) {
            facts.put(prefix + "limit." + limit.label().replace(' ', '-'), limit.amount());
        }
    }

    private static void party(Map<String, String> facts, String name, Party party) {
        facts.put(name + ".name", party.name());
        facts.put(name + ".address", party.addressLines().stream().collect(Collectors.joining("\n")));
    }

    /** The facts of property: {@code building.1.coverage.Building}, {@code building.1.term.Deductible}, {@code interest}. */
    static Map<String, String> ofProperty(Certificate certificate, Property property) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Coverage coverage : certificate.coverages()) {
            facts.put("policy", coverage.policyNumber());
            facts.put("type", coverage.title());
            facts.put("effective", PrintedPage.day(coverage.effective()));
            facts.put("expiration", PrintedPage.day(coverage.expiration()));
        }
        int position = 0;
        for (Building building : property.buildings()) {
            String prefix = "building." + ++position + ".";
            facts.put(prefix + "location", building.location());
            facts.put(prefix + "description", building.description());
            building.coverages().forEach(limit -> facts.put(prefix + "coverage." + key(limit), limit.amount()));
            building.terms().forEach(term -> facts.put(prefix + "term." + key(term), term.amount()));
        }
        Interest interest = property.interest();
        if (interest != null) {
            facts.put("interest." + interest.nature().replace(' ', '-'), "Y");
            facts.put("interest.loan", interest.loanNumber());
        }
        return facts;
    }

    private static String key(Limit limit) {
        return limit.label().replace(' ', '-');
    }
}
