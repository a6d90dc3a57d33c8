package org.throughline.servicing.certificate.usecase;

import org.springframework.stereotype.Component;
import org.throughline.documents.PdfRenderer;
import org.throughline.servicing.certificate.model.Certificate;

/** Prints a certificate as PDF: on the agency's own fillable form where one is configured, else on our own page. */
@Component
class CertificatePrinter {

    private final PdfRenderer renderer;
    private final AcordForms acord;

    CertificatePrinter(PdfRenderer renderer, AcordForms acord) {
        this.renderer = renderer;
        this.acord = acord;
    }

    byte[] print(Certificate certificate, boolean draft) {
        return acord.configuredFor(certificate) && !draft
                ? acord.fill(certificate)
                : renderer.render(PrintedPage.of(certificate, draft).xhtml());
    }
}
