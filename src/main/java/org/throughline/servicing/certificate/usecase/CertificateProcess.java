package org.throughline.servicing.certificate.usecase;

import java.util.Map;
import java.util.Optional;
import org.throughline.staff.LicenseNeed;

/** Starts the processes that work on certificates which have already gone out. */
public interface CertificateProcess {

    /** Sends what is planned for a request and brings the agency management system in step. */
    void deliver(String requestNumber, MailThread thread);

    /** Makes and checks the next version; a person looks at it before it goes out. */
    void revise(CertificateFile file, Map<String, Object> changes, MailThread thread);

    /** Asks a person for another delivery address, because the mail came back. */
    void bounced(CertificateFile file, String reason, MailThread thread);

    /** Subject and Message-ID of the mail that opened a request. */
    MailThread thread(String requestNumber);

    /** The license that acting on a request's certificates needs; empty where it needs none. */
    Optional<LicenseNeed> licenseNeed(String requestNumber);
}
