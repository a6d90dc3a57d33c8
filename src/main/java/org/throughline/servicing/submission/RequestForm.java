package org.throughline.servicing.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.Submission;
import org.throughline.documents.PdfRenderer;
import org.throughline.platform.AgencyProfile;

/** The agency's own request form to a carrier, printed as PDF. It is no ACORD form; those are licensed. */
@Component
class RequestForm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    private final PdfRenderer renderer;
    private final Carriers carriers;
    private final AgencyProfile agency;
    private final Clock clock;

    RequestForm(PdfRenderer renderer, Carriers carriers, AgencyProfile agency, Clock clock) {
        this.renderer = renderer;
        this.carriers = carriers;
        this.agency = agency;
        this.clock = clock;
    }

    byte[] print(String requestNumber, Submission submission) {
        return renderer.render(page(requestNumber, submission));
    }

    String page(String requestNumber, Submission submission) {
        StringBuilder rows = new StringBuilder();
        row(rows, "Reference", requestNumber);
        row(
                rows,
                "Carrier",
                carriers.byCode(submission.carrier()).map(Carrier::name).orElse(submission.carrier()));
        row(rows, "Policy number", submission.policyNumber());
        row(rows, "Insured", submission.insured());
        row(rows, "Line and state", (submission.line() + " " + submission.state()).strip());
        row(rows, "Effective", DAY.format(submission.effective()));
        if (submission.quoteReference() != null) {
            row(rows, "Your quote", submission.quoteReference());
        }
        submission.changes().forEach(change -> row(rows, "Change", ChangeLines.write(List.of(change))));
        new TreeMap<>(submission.details()).forEach((name, value) -> row(rows, name, value));
        row(rows, "In words", submission.description());
        String title = SubmissionWords.operation(submission.operation());
        String today = DAY.format(LocalDate.now(clock.withZone(agency.timeZone())));
        return """
                <html xmlns="http://www.w3.org/1999/xhtml"><head><title>%s</title><style>
                @page { size: letter; margin: 0.8in; }
                body { font-family: 'Liberation Sans', sans-serif; font-size: 10.5pt; }
                h1 { font-size: 16pt; margin: 0 0 4pt 0; } p { margin: 0 0 10pt 0; }
                table { width: 100%%; border-collapse: collapse; }
                th, td { border: 0.5pt solid #888; padding: 5pt; text-align: left; vertical-align: top; }
                th { width: 28%%; font-weight: bold; background: #f0f0f0; }
                </style></head><body><h1>%s</h1><p>%s, %s, %s</p><table>%s</table>
                <p style="margin-top: 12pt">Please confirm in writing with your reference, the effective date and what was
                issued. Until then nothing counts as covered or changed.</p></body></html>
                """.formatted(text(title), text(title), text(agency.tradeName()), text(agency.phone()), today, rows);
    }

    private static void row(StringBuilder rows, String name, String value) {
        if (!value.isBlank()) {
            rows.append("<tr><th>")
                    .append(text(name))
                    .append("</th><td>")
                    .append(text(value))
                    .append("</td></tr>");
        }
    }

    private static String text(String value) {
        return HtmlUtils.htmlEscape(value, "UTF-8");
    }
}
