package org.throughline.servicing.certificate.usecase;

import org.springframework.stereotype.Component;
import org.throughline.documents.PdfRenderer;
import org.throughline.servicing.certificate.model.Certificate;

/** Prints a certificate as PDF: on the agency's own fillable ACORD 25 where one is configured, else on our own page. */
@Component
class CertificatePrinter {

    private final PdfRenderer renderer;
    private final Acord25Form acord;

    CertificatePrinter(PdfRenderer renderer, Acord25Form acord) {
        this.renderer = renderer;
        this.acord = acord;
    }

    byte[] print(Certificate certificate, boolean draft) {
        return acord.configured() && !draft
                ? acord.fill(certificate)
                : renderer.render(new CertificatePage(certificate, draft).xhtml());
    }
}
