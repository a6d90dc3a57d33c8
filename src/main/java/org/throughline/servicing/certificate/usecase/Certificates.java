package org.throughline.servicing.certificate.usecase;

import java.util.List;
import java.util.Optional;

/** The certificates of requests, every version of them. */
public interface Certificates {

    /** The version with the highest number. */
    Optional<CertificateFile> latest(String requestNumber);

    Optional<CertificateFile> find(String requestNumber, int version);

    /** Oldest first. */
    List<CertificateFile> ofRequest(String requestNumber);

    void add(CertificateFile file);

    void update(CertificateFile file);
}
