package org.throughline.servicing.certificate.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.CertificateForm;
import org.throughline.servicing.certificate.model.Party;

/**
 * What every one-page document of ours has, as XHTML for print. Every text is set as a text node and never parsed, so
 * nothing a client wrote can become markup.
 */
abstract class PrintedPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US);
    private static final String STYLE = style();
    private static final int SHORT_TITLE = 35;

    protected final Certificate certificate;
    private final boolean draft;

    PrintedPage(Certificate certificate, boolean draft) {
        this.certificate = certificate;
        this.draft = draft;
    }

    /** Our own page for what the certificate is about. */
    static PrintedPage of(Certificate certificate, boolean draft) {
        Certificate.Property property = certificate.property();
        return property == null
                ? new CertificatePage(certificate, draft)
                : new PropertyPage(certificate, property, draft);
    }

    /** The form that this page answers; its title is the heading. */
    protected abstract CertificateForm form();

    /** Everything below the heading. */
    protected abstract void content(Element body);

    String xhtml() {
        Document page = Document.createShell("");
        page.outputSettings()
                .syntax(Syntax.xml)
                .escapeMode(EscapeMode.xhtml)
                .charset(StandardCharsets.US_ASCII)
                .prettyPrint(false);
        page.head().appendElement("title").text(form().title() + " " + certificate.number());
        page.head().appendElement("style").appendText(STYLE);
        Element body = page.body();
        title(body);
        content(body);
        imprint(body);
        return page.outerHtml();
    }

    private void title(Element body) {
        Element row = body.appendElement("table").addClass("title").appendElement("tr");
        Element left = row.appendElement("td");
        Element name = left.appendElement("div").addClass("name").text(form().title());
        if (form().title().length() > SHORT_TITLE) {
            name.addClass("long");
        }
        if (draft) {
            left.appendElement("span").addClass("draft").text("DRAFT - not issued");
        }
        Element right = row.appendElement("td").addClass("date");
        label(right, "Date (MM/DD/YYYY)");
        right.appendElement("div").addClass("strong").text(DAY.format(certificate.issuedOn()));
    }

    /** Producer with contact on one row, the insured beside the cell that is returned on the next. */
    protected Element parties(Element body) {
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
        line(contact, form().filePrefix(), certificate.number());
        Element second = table.appendElement("tr");
        Element insured = second.appendElement("td");
        label(insured, "Insured");
        party(insured, certificate.insured());
        return second.appendElement("td").addClass("flush");
    }

    /** A box with the description, one line a sentence; the box is returned. */
    protected Element description(Element body, String heading) {
        Element box = body.appendElement("table").addClass("grid description");
        Element cell = box.appendElement("tr").appendElement("td");
        label(cell, heading);
        certificate
                .description()
                .lines()
                .forEach(line -> cell.appendElement("div").text(clean(line)));
        return box;
    }

    /** The holder on the left, whose cell is returned; cancellation and signature on the right. */
    protected Element foot(Element body, String holderHeading, String cancellation) {
        Element row = body.appendElement("table").addClass("grid foot").appendElement("tr");
        Element holder = row.appendElement("td").addClass("half");
        label(holder, holderHeading);
        party(holder, certificate.holder());
        Element right = row.appendElement("td");
        label(right, "Cancellation");
        right.appendElement("div").addClass("small").text(cancellation);
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
        return holder;
    }

    private void imprint(Element body) {
        body.appendElement("div")
                .addClass("imprint")
                .text(clean(certificate.number() + "  |  "
                        + certificate.producer().party().name() + "  |  The agency's own layout; not an ACORD form"));
    }

    protected static void party(Element cell, Party party) {
        cell.appendElement("div").addClass("strong").text(clean(party.name()));
        party.addressLines().forEach(line -> cell.appendElement("div").text(clean(line)));
    }

    protected static void line(Element cell, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            Element line = cell.appendElement("div");
            line.appendElement("span").addClass("key").text(name);
            line.appendElement("span").text(clean(value));
        }
    }

    protected static void label(Element cell, String text) {
        cell.appendElement("div").addClass("label").text(text);
    }

    protected static void text(Element cell, String text) {
        cell.text(clean(text));
    }

    /** Without characters that XML does not allow. */
    protected static String clean(String text) {
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
