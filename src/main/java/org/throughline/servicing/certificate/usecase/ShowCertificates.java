package org.throughline.servicing.certificate.usecase;

import java.util.List;
import org.springframework.stereotype.Service;
import org.throughline.servicing.certificate.model.Check;

/** Shows the certificates of a request and the checks they were held against. */
@Service
public class ShowCertificates {

    private final Certificates certificates;

    public ShowCertificates(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * A version of a request's certificate.
     *
     * @param title what the document is, such as "Evidence of Property Insurance"; empty until a form is chosen
     */
    public record Version(
            int version, String status, String title, String holderName, String deliverTo, String documentId) {}

    /** The checks of the latest version; none where the request has no certificate. */
    public List<Check> checks(String requestNumber) {
        return certificates.latest(requestNumber).map(CertificateFile::checks).orElse(List.of());
    }

    public List<Version> versions(String requestNumber) {
        return certificates.ofRequest(requestNumber).stream()
                .map(file -> new Version(
                        file.version(),
                        file.status().name(),
                        file.form().isBlank() ? "" : file.chosen().title(),
                        file.asked().shown().holderName(),
                        file.asked().shown().deliverTo(),
                        file.documentId() == null ? "" : file.documentId()))
                .toList();
    }
}
