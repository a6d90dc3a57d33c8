package org.throughline.servicing.certificate.usecase;

import java.util.List;
import org.jsoup.nodes.Element;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.Certificate.Coverage;
import org.throughline.servicing.certificate.model.Certificate.Insurer;
import org.throughline.servicing.certificate.model.Certificate.Limit;
import org.throughline.servicing.certificate.model.CertificateForm;

/** Our own layout of a certificate of liability insurance. */
final class CertificatePage extends PrintedPage {

    private static final String PURPOSE =
            "This certificate is issued as a matter of information only. It gives the certificate holder no rights, and"
                    + " it does not amend, extend or alter the coverage of the policies below. It is no contract between"
                    + " the insurers, the producer or the authorized representative and the certificate holder.";
    private static final String WORDING =
            "A holder is an additional insured, or protected by a waiver of subrogation, only where the policy says so:"
                    + " by its provisions or by an endorsement. A statement on this certificate does not do it.";
    private static final String LIMITS =
            "The policies listed were issued to the insured for the policy period shown. Whatever a contract requires,"
                    + " the insurance is subject to all terms, exclusions and conditions of the policies. Limits are as"
                    + " of the date above and may have been reduced by claims paid.";
    private static final String CANCELLATION =
            "If a policy listed above is cancelled before it expires, notice is given as that policy's own provisions"
                    + " say and to whom they say. This certificate promises no notice beyond them.";

    CertificatePage(Certificate certificate, boolean draft) {
        super(certificate, draft);
    }

    @Override
    protected CertificateForm form() {
        return CertificateForm.ACORD_25;
    }

    @Override
    protected void content(Element body) {
        body.appendElement("p").addClass("notice").text(PURPOSE + " " + WORDING);
        insurers(parties(body));
        body.appendElement("p").addClass("notice").text(LIMITS);
        coverages(body);
        description(body, "Description of operations / locations / vehicles");
        foot(body, "Certificate holder", CANCELLATION);
    }

    private void insurers(Element cell) {
        Element table = cell.appendElement("table").addClass("insurers");
        Element head = table.appendElement("tr");
        label(head.appendElement("td").attr("colspan", "2"), "Insurers affording coverage");
        label(head.appendElement("td").addClass("naic"), "NAIC #");
        for (char letter = 'A'; letter <= 'F'; letter++) {
            String name = String.valueOf(letter);
            Insurer insurer = certificate.insurers().stream()
                    .filter(each -> each.letter().equals(name))
                    .findFirst()
                    .orElse(null);
            Element row = table.appendElement("tr");
            text(row.appendElement("td").addClass("letter"), name);
            text(row.appendElement("td"), insurer == null ? "" : insurer.name());
            text(row.appendElement("td").addClass("naic"), insurer == null ? "" : insurer.naic());
        }
    }

    private void coverages(Element body) {
        Element table = body.appendElement("table").addClass("grid coverages");
        Element head = table.appendElement("tr").addClass("head");
        for (String heading : List.of(
                "Insr",
                "Type of insurance",
                "Addl insd",
                "Subr wvd",
                "Policy number",
                "Effective",
                "Expires",
                "Limits")) {
            text(head.appendElement("td").addClass("h" + heading.substring(0, 1)), heading);
        }
        certificate.coverages().forEach(coverage -> coverage(table, coverage));
    }

    private static void coverage(Element table, Coverage coverage) {
        Element row = table.appendElement("tr");
        text(row.appendElement("td").addClass("mark strong"), coverage.insurerLetter());
        Element type = row.appendElement("td").addClass("type");
        type.appendElement("div").addClass("strong").text(clean(coverage.title()));
        coverage.options()
                .forEach(option -> type.appendElement("div").addClass("option").text(clean(option)));
        text(row.appendElement("td").addClass("mark"), coverage.additionalInsured() ? "Y" : "N");
        text(row.appendElement("td").addClass("mark"), coverage.subrogationWaived() ? "Y" : "N");
        text(row.appendElement("td").addClass("policy"), coverage.policyNumber());
        text(row.appendElement("td").addClass("day"), day(coverage.effective()));
        text(row.appendElement("td").addClass("day"), day(coverage.expiration()));
        Element limits =
                row.appendElement("td").addClass("flush").appendElement("table").addClass("limits");
        for (Limit limit : coverage.limits()) {
            Element entry = limits.appendElement("tr");
            text(entry.appendElement("td"), limit.label());
            text(entry.appendElement("td").addClass("amount"), limit.amount());
        }
    }
}
