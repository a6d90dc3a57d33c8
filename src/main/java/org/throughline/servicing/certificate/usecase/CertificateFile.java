package org.throughline.servicing.certificate.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.CertificateForm;
import org.throughline.servicing.certificate.model.Check;

/**
 * One version of a request's certificate, from the first check to the issued document. Client and policies are as the
 * agency management system had them when they were last read.
 *
 * @param form form chosen, such as ACORD_25; empty until it is chosen
 * @param certificate what it shows; null until it has been checked
 * @param approval what a person approved; null until somebody did
 */
public record CertificateFile(
        String id,
        String requestNumber,
        int version,
        Status status,
        String form,
        Asked asked,
        @Nullable Client client,
        List<Policy> policies,
        @Nullable Certificate certificate,
        List<Check> checks,
        @Nullable Approval approval,
        @Nullable String documentId) {

    /** Where a version stands. */
    public enum Status {
        DRAFT,
        ISSUED,
        SUPERSEDED,
        VOID
    }

    /**
     * A person's decision to issue what was shown to them.
     *
     * @param reviewed the checks that they judged, as name and reason
     */
    public record Approval(String userId, String note, Asked.Shown shown, List<String> reviewed) {}

    /** The form chosen; a certificate of liability insurance until one is. */
    public CertificateForm chosen() {
        return form.isBlank() ? CertificateForm.ACORD_25 : CertificateForm.valueOf(form);
    }

    CertificateFile read(Asked now, @Nullable Client clientNow, List<Policy> policiesNow) {
        return new CertificateFile(
                id,
                requestNumber,
                version,
                status,
                form,
                now,
                clientNow,
                policiesNow,
                certificate,
                checks,
                approval,
                documentId);
    }

    CertificateFile checked(String formChosen, Certificate shown, List<Check> results) {
        return new CertificateFile(
                id,
                requestNumber,
                version,
                status,
                formChosen,
                asked,
                client,
                policies,
                shown,
                results,
                approval,
                documentId);
    }

    CertificateFile approved(Approval given) {
        return new CertificateFile(
                id,
                requestNumber,
                version,
                status,
                form,
                asked,
                client,
                policies,
                certificate,
                checks,
                given,
                documentId);
    }

    CertificateFile with(Status next, @Nullable String document) {
        return new CertificateFile(
                id,
                requestNumber,
                version,
                next,
                form,
                asked,
                client,
                policies,
                certificate,
                checks,
                approval,
                document);
    }
}
