package org.throughline.servicing.certificate.usecase;

import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.Certificate.Building;
import org.throughline.servicing.certificate.model.Certificate.Coverage;
import org.throughline.servicing.certificate.model.Certificate.Insurer;
import org.throughline.servicing.certificate.model.Certificate.Interest;
import org.throughline.servicing.certificate.model.Certificate.Limit;
import org.throughline.servicing.certificate.model.Certificate.Property;
import org.throughline.servicing.certificate.model.CertificateForm;

/** Our own layout of a certificate of property insurance and of evidence of property insurance. */
final class PropertyPage extends PrintedPage {

    private static final String CERTIFICATE_PURPOSE =
            "This certificate is issued as a matter of information only. It gives the certificate holder no rights, and"
                    + " it does not amend, extend or alter the coverage of the policy below. A party with a financial"
                    + " interest in the property is protected only where the policy itself names it; a statement on this"
                    + " certificate does not do it.";
    private static final String EVIDENCE_PURPOSE =
            "This document reports the property insurance below as the policy provides it on the date above. It is"
                    + " information, not a contract: the party named at the bottom has the rights that the policy gives"
                    + " it and no others, and nothing here amends, extends or alters the policy.";
    private static final String AMOUNTS =
            "The policy was issued to the insured for the period shown. The insurance is subject to all its terms,"
                    + " exclusions and conditions. Amounts, deductibles and terms are as of the date above; a term that is"
                    + " not listed is not stated here. Nothing here says that an amount is enough to repair, replace or"
                    + " rebuild the property.";
    private static final String CERTIFICATE_CANCELLATION =
            "If the policy is cancelled before it expires, notice is given as its own provisions say and to whom they"
                    + " say. This certificate promises no notice beyond them.";
    private static final String EVIDENCE_CANCELLATION =
            "If the policy is cancelled before it expires, the party named at the left is given notice as the policy's"
                    + " own provisions say. This document promises no notice beyond them.";

    private static final int SPACIOUS = 3;

    private final Property property;
    private final boolean evidence;

    PropertyPage(Certificate certificate, Property property, boolean draft) {
        super(certificate, draft);
        this.property = property;
        this.evidence = property.form().evidence();
    }

    @Override
    protected CertificateForm form() {
        return property.form();
    }

    @Override
    protected void content(Element body) {
        body.appendElement("p").addClass("notice").text(evidence ? EVIDENCE_PURPOSE : CERTIFICATE_PURPOSE);
        policy(parties(body));
        body.appendElement("p").addClass("notice").text(AMOUNTS);
        premises(body);
        description(body, evidence ? "Remarks" : "Description of property / remarks")
                .addClass(density());
        interest(foot(
                body,
                evidence ? "Additional interest" : "Certificate holder",
                evidence ? EVIDENCE_CANCELLATION : CERTIFICATE_CANCELLATION));
    }

    private void policy(Element cell) {
        cell.removeClass("flush");
        label(cell, "Policy");
        for (Coverage coverage : certificate.coverages()) {
            Insurer insurer = certificate.insurers().stream()
                    .filter(each -> each.letter().equals(coverage.insurerLetter()))
                    .findFirst()
                    .orElse(new Insurer("", "", ""));
            cell.appendElement("div").addClass("strong").text(clean(insurer.name()));
            line(cell, "NAIC #", insurer.naic());
            line(cell, "Policy", coverage.policyNumber());
            line(cell, "Type", coverage.title());
            line(cell, "Period", day(coverage.effective()) + " to " + day(coverage.expiration()));
        }
    }

    private void premises(Element body) {
        Element table = body.appendElement("table").addClass("grid premises").addClass(density());
        Element head = table.appendElement("tr").addClass("head");
        text(head.appendElement("td").addClass("place"), "Property");
        Element amounts = head.appendElement("td")
                .addClass("covered")
                .appendElement("table")
                .appendElement("tr");
        text(amounts.appendElement("td"), "Coverage");
        text(amounts.appendElement("td").addClass("amount"), "Amount of insurance");
        text(head.appendElement("td").addClass("terms"), "Terms");
        property.buildings().forEach(building -> building(table, building));
    }

    /** The more buildings, the less room each has, so that they stay on one page. */
    private String density() {
        int buildings = property.buildings().size();
        return buildings > SPACIOUS ? "compact" : buildings > 1 ? "usual" : "single";
    }

    private void building(Element table, Building building) {
        Element row = table.appendElement("tr");
        Element place = row.appendElement("td").addClass("place");
        String number = property.buildings().size() > 1 ? building.number() + ".  " : "";
        place.appendElement("div").addClass("strong").text(clean(number + building.location()));
        place.appendElement("div").addClass("option").text(clean(building.description()));
        Element coverages = row.appendElement("td")
                .addClass("flush covered")
                .appendElement("table")
                .addClass("limits");
        building.coverages().forEach(limit -> pair(coverages, limit));
        Element terms = row.appendElement("td");
        if (property.buildings().size() > SPACIOUS) {
            terms.addClass("sentence")
                    .text(clean(building.terms().stream()
                            .map(term -> term.label() + ": " + term.amount())
                            .collect(Collectors.joining("; "))));
        } else {
            Element list = terms.addClass("flush").appendElement("table").addClass("limits terms");
            building.terms().forEach(term -> pair(list, term));
        }
    }

    private static void pair(Element table, Limit limit) {
        Element entry = table.appendElement("tr");
        text(entry.appendElement("td"), limit.label());
        text(entry.appendElement("td").addClass("amount"), limit.amount());
    }

    private void interest(Element cell) {
        Interest interest = property.interest();
        if (interest == null) {
            return;
        }
        Element facts = cell.appendElement("div").addClass("interest");
        line(facts, "Interest", interest.nature());
        line(facts, "Loan no.", interest.loanNumber());
        line(facts, "Property", interest.item());
        facts.appendElement("div")
                .addClass("small")
                .text("Named on policy "
                        + clean(certificate.coverages().stream()
                                .map(Coverage::policyNumber)
                                .collect(Collectors.joining(", ")))
                        + " as shown.");
    }
}
