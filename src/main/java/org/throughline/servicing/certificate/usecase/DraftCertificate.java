package org.throughline.servicing.certificate.usecase;

import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.documents.DocumentStore;
import org.throughline.documents.DocumentStore.DocumentStatus;
import org.throughline.documents.DocumentStore.NewDocument;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;

/** Prints what would be issued and stores it as a draft, so that a person sees it before they decide. */
@Service
public class DraftCertificate {

    private final Certificates certificates;
    private final CertificatePrinter printer;
    private final DocumentStore documents;

    DraftCertificate(Certificates certificates, CertificatePrinter printer, DocumentStore documents) {
        this.certificates = certificates;
        this.printer = printer;
        this.documents = documents;
    }

    @Transactional
    public void draft(String requestNumber) {
        CertificateFile file = certificates.latest(requestNumber).orElseThrow();
        if (file.documentId() != null) {
            documents.markAs(file.documentId(), DocumentStatus.SUPERSEDED);
        }
        String document = documents.save(new NewDocument(
                requestNumber,
                "CERTIFICATE_DRAFT",
                "Draft-" + file.chosen().filePrefix() + "-" + requestNumber + "-v" + file.version() + ".pdf",
                "application/pdf",
                printer.print(Objects.requireNonNull(file.certificate()), true),
                DocumentStatus.DRAFT,
                null));
        certificates.update(file.with(Status.DRAFT, document));
    }
}
