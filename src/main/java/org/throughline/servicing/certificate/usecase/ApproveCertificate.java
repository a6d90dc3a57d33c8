package org.throughline.servicing.certificate.usecase;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.CertificateForm;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.model.Check.Result;

/**
 * Takes a person's approval to issue a certificate. It covers exactly the draft they saw; what the policy does not
 * support cannot be approved by anybody.
 */
@Service
public class ApproveCertificate {

    private final Certificates certificates;
    private final CertificateAutomation automation;

    public ApproveCertificate(Certificates certificates, CertificateAutomation automation) {
        this.certificates = certificates;
        this.automation = automation;
    }

    /** Takes note that a person declined, or asked the client, where automation may have issued. */
    @Transactional
    public void refuse(String requestNumber, String decision, String userId) {
        automation.notIssued(requestNumber, decision, userId);
    }

    /**
     * Records the approval.
     *
     * @param now what the form says now, in the person's words
     * @param note what the person verified; needed where something had to be judged
     * @throws CertificateRefused if it cannot be issued like this
     */
    @Transactional
    public void approve(Asked now, String note, String userId) {
        CertificateFile file = certificates.latest(now.requestNumber()).orElseThrow();
        if (!file.asked().shown().equals(now.shown())) {
            throw new CertificateRefused("You changed the certificate. Choose \"Check again\" first and look at the new"
                    + " draft before you issue it.");
        }
        List<Check> stops = file.checks().stream()
                .filter(check -> check.result() == Result.STOP)
                .filter(check -> !(now.standardFormOnly()
                        && "Form".equals(check.name())
                        && file.chosen() != CertificateForm.STATE_FORM))
                .toList();
        if (!stops.isEmpty()) {
            throw new CertificateRefused("This certificate cannot be issued. "
                    + stops.stream()
                            .map(check -> check.name() + ": " + check.reason())
                            .collect(Collectors.joining(" ")));
        }
        List<Check> reviews = file.checks().stream()
                .filter(check -> check.result() == Result.REVIEW)
                .toList();
        if (reviews.stream().anyMatch(check -> check.name().startsWith("Wording")) && !now.contractHeld()) {
            throw new CertificateRefused("The wording is supported only where a written contract requires it. Tick that"
                    + " the contract is on file, or take the wording off and choose \"Check again\".");
        }
        if (reviews.stream().anyMatch(check -> check.name().startsWith("Consent")) && !now.consentHeld()) {
            throw new CertificateRefused(
                    "The insured has to agree before somebody else is told about the policy. Ask the"
                            + " insured, then tick that they agreed.");
        }
        if (!reviews.isEmpty() && note.isBlank()) {
            throw new CertificateRefused("Say in the note what you verified: "
                    + reviews.stream().map(Check::name).collect(Collectors.joining(", ")) + ".");
        }
        certificates.update(file.approved(new CertificateFile.Approval(
                userId,
                note,
                now.shown(),
                reviews.stream().map(ApproveCertificate::key).toList())));
    }

    static String key(Check check) {
        return check.name() + ": " + check.reason();
    }
}
