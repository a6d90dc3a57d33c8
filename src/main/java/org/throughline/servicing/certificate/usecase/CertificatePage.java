package org.throughline.servicing.certificate.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.Certificate.Coverage;
import org.throughline.servicing.certificate.model.Certificate.Insurer;
import org.throughline.servicing.certificate.model.Certificate.Limit;
import org.throughline.servicing.certificate.model.Party;

/**
 * Our own one-page layout of a certificate of liability insurance, as XHTML for print. Every text is set as a text node
 * and never parsed, so nothing a client wrote can become markup.
 */
final class CertificatePage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US);
    private static final String STYLE = style();

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

    private final Certificate certificate;
    private final boolean draft;

    CertificatePage(Certificate certificate, boolean draft) {
        this.certificate = certificate;
        this.draft = draft;
    }

    String xhtml() {
        Document page = Document.createShell("");
        page.outputSettings()
                .syntax(Syntax.xml)
                .escapeMode(EscapeMode.xhtml)
                .charset(StandardCharsets.US_ASCII)
                .prettyPrint(false);
        page.head().appendElement("title").text("Certificate of Liability Insurance " + certificate.number());
        page.head().appendElement("style").appendText(STYLE);
        Element body = page.body();
        title(body);
        body.appendElement("p").addClass("notice").text(PURPOSE + " " + WORDING);
        parties(body);
        body.appendElement("p").addClass("notice").text(LIMITS);
        coverages(body);
        description(body);
        foot(body);
        return page.outerHtml();
    }

    private void title(Element body) {
        Element row = body.appendElement("table").addClass("title").appendElement("tr");
        Element left = row.appendElement("td");
        left.appendElement("div").addClass("name").text("Certificate of Liability Insurance");
        if (draft) {
            left.appendElement("span").addClass("draft").text("DRAFT - not issued");
        }
        Element right = row.appendElement("td").addClass("date");
        label(right, "Date (MM/DD/YYYY)");
        right.appendElement("div").addClass("strong").text(DAY.format(certificate.issuedOn()));
    }

    private void parties(Element body) {
        Element table = body.appendElement("table").addClass("grid parties");
        Element first = table.appendElement("tr");
        Element left = first.appendElement("td").addClass("half");
        label(left, "Producer");
        party(left, certificate.producer().party());
        left.appendElement("div")
                .addClass("small")
                .text("License " + certificate.producer().licenseNumber());
        Element contact = first.appendElement("td");
        label(contact, "Contact");
        line(contact, "Phone", certificate.producer().phone());
        line(contact, "Fax", certificate.producer().fax());
        line(contact, "E-mail", certificate.producer().email());
        line(contact, "Certificate", certificate.number());
        Element second = table.appendElement("tr");
        Element insured = second.appendElement("td");
        label(insured, "Insured");
        party(insured, certificate.insured());
        insurers(second.appendElement("td").addClass("flush"));
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
        text(row.appendElement("td").addClass("day"), DAY.format(coverage.effective()));
        text(row.appendElement("td").addClass("day"), DAY.format(coverage.expiration()));
        Element limits =
                row.appendElement("td").addClass("flush").appendElement("table").addClass("limits");
        for (Limit limit : coverage.limits()) {
            Element entry = limits.appendElement("tr");
            text(entry.appendElement("td"), limit.label());
            text(entry.appendElement("td").addClass("amount"), limit.amount());
        }
    }

    private void description(Element body) {
        Element cell = body.appendElement("table")
                .addClass("grid description")
                .appendElement("tr")
                .appendElement("td");
        label(cell, "Description of operations / locations / vehicles");
        certificate
                .description()
                .lines()
                .forEach(line -> cell.appendElement("div").text(clean(line)));
    }

    private void foot(Element body) {
        Element row = body.appendElement("table").addClass("grid foot").appendElement("tr");
        Element holder = row.appendElement("td").addClass("half");
        label(holder, "Certificate holder");
        party(holder, certificate.holder());
        Element right = row.appendElement("td");
        label(right, "Cancellation");
        right.appendElement("div").addClass("small").text(CANCELLATION);
        Element signature = right.appendElement("div").addClass("signature");
        String image = certificate.representative().signatureImage();
        if (image == null) {
            signature
                    .appendElement("span")
                    .addClass("signed")
                    .text(clean(certificate.representative().name()));
        } else {
            signature.appendElement("img").attr("src", image).attr("alt", "Signature");
        }
        Element signer = right.appendElement("div").addClass("signer");
        label(signer, "Authorized representative");
        signer.appendElement("div")
                .text(clean(certificate.representative().name() + ", "
                        + certificate.representative().title()));
        body.appendElement("div")
                .addClass("imprint")
                .text(clean(certificate.number() + "  |  "
                        + certificate.producer().party().name() + "  |  The agency's own layout; not an ACORD form"));
    }

    private static void party(Element cell, Party party) {
        cell.appendElement("div").addClass("strong").text(clean(party.name()));
        party.addressLines().forEach(line -> cell.appendElement("div").text(clean(line)));
    }

    private static void line(Element cell, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            Element line = cell.appendElement("div");
            line.appendElement("span").addClass("key").text(name);
            line.appendElement("span").text(clean(value));
        }
    }

    private static void label(Element cell, String text) {
        cell.appendElement("div").addClass("label").text(text);
    }

    private static void text(Element cell, String text) {
        cell.text(clean(text));
    }

    /** Without characters that XML does not allow. */
    private static String clean(String text) {
        return text.replaceAll("[^\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
    }

    private static String style() {
        try {
            return new ClassPathResource("certificates/certificate.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("The certificate's style sheet is not on the class path", missing);
        }
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }
}
