package org.throughline.servicing.certificate.usecase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.Client;
import org.throughline.automation.OutcomeKind;
import org.throughline.documents.DocumentStore;
import org.throughline.documents.DocumentStore.DocumentStatus;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.mail.UndeliveredMail;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;
import org.throughline.staff.Act;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.LicenseNeed;
import org.throughline.staff.LicensedActs;

/** What can be done with a certificate that has gone out: send it again, revise it, void it, learn that it bounced. */
@Service
public class AmendCertificate implements UndeliveredMail {

    private final Certificates certificates;
    private final DocumentStore documents;
    private final OutboundLedger ledger;
    private final CertificateMail mail;
    private final CertificateProcess process;
    private final LicensedActs licenses;
    private final CertificateAutomation automation;

    AmendCertificate(
            Certificates certificates,
            DocumentStore documents,
            OutboundLedger ledger,
            CertificateMail mail,
            CertificateProcess process,
            LicensedActs licenses,
            CertificateAutomation automation) {
        this.certificates = certificates;
        this.documents = documents;
        this.ledger = ledger;
        this.mail = mail;
        this.process = process;
        this.licenses = licenses;
        this.automation = automation;
    }

    /** Sends an issued version again, to another address if one is given. */
    @Transactional
    public void resend(String requestNumber, int version, @Nullable String deliverTo, String userId) {
        CertificateFile file = issued(requestNumber, version, userId, "Send certificate again");
        CertificateFile addressed = deliverTo == null || deliverTo.isBlank() ? file : to(file, deliverTo);
        planResend(addressed, "Sent again by " + userId);
        process.deliver(requestNumber, process.thread(requestNumber));
    }

    /** Plans another mail of the latest issued version to a corrected address; the caller's process delivers it. */
    @Transactional
    public void resendTo(String requestNumber, String deliverTo) {
        CertificateFile file = certificates.latest(requestNumber).orElseThrow();
        planResend(to(file, deliverTo), "Address corrected");
    }

    /**
     * Starts the next version with changes to what it shows; it supersedes this one when it goes out.
     *
     * @param changes process variables to change, such as {@code holderName}
     */
    @Transactional
    public void revise(String requestNumber, int version, Map<String, Object> changes, String userId) {
        CertificateFile file = issued(requestNumber, version, userId, "Revise certificate");
        automation.cameBack(file, OutcomeKind.REOPENED, "Revised: " + String.join(", ", changes.keySet()), userId);
        process.revise(file, changes, process.thread(requestNumber));
    }

    /** Voids an issued version: it stays readable, and holder and insured are told not to rely on it. */
    @Transactional
    public void voidVersion(String requestNumber, int version, String reason, String userId) {
        CertificateFile file = issued(requestNumber, version, userId, "Void certificate");
        if (reason.isBlank()) {
            throw new CertificateRefused("Give the reason; holder and insured are told.");
        }
        automation.cameBack(file, OutcomeKind.REOPENED, "Voided: " + reason, userId);
        CertificateFile voided = file.with(Status.VOID, file.documentId());
        certificates.update(voided);
        documents.markAs(Objects.requireNonNull(file.documentId()), DocumentStatus.VOID);
        MailThread thread = process.thread(requestNumber);
        ledger.plan(
                requestNumber,
                List.of(
                        new PlannedWrite(WriteKind.EMAIL, mail.write("certificate-void", voided, thread, reason, null)),
                        note(voided, "void", "Voided by " + userId + ". Reason: " + reason)));
        process.deliver(requestNumber, thread);
    }

    /**
     * The mail with a request's certificate came back: the request is open again until a person corrects the address.
     *
     * @param reason what the returned message says
     * @return false if the request has no certificate that went out
     */
    @Override
    @Transactional
    public boolean bounced(String requestNumber, String reason) {
        return certificates
                .latest(requestNumber)
                .filter(file -> file.status() == Status.ISSUED)
                .map(file -> {
                    automation.cameBack(file, OutcomeKind.BOUNCED, "The mail came back: " + reason, null);
                    process.bounced(file, reason, process.thread(requestNumber));
                    return true;
                })
                .orElse(false);
    }

    private void planResend(CertificateFile file, String how) {
        if (!CertificateChecks.deliverable(file.asked().shown().deliverTo())) {
            throw new CertificateRefused(file.asked().shown().deliverTo() + " is not an e-mail address.");
        }
        certificates.update(file);
        ledger.plan(
                file.requestNumber(),
                List.of(
                        new PlannedWrite(
                                WriteKind.EMAIL,
                                mail.write(
                                        "certificate",
                                        file,
                                        process.thread(file.requestNumber()),
                                        "",
                                        file.documentId())),
                        note(
                                file,
                                "sent again",
                                how + " to " + file.asked().shown().deliverTo() + ".")));
    }

    private static PlannedWrite note(CertificateFile file, String subject, String text) {
        Client client = Objects.requireNonNull(file.client());
        return new PlannedWrite(
                WriteKind.AMS_NOTE,
                new AmsNotePayload(
                        client.id(),
                        null,
                        file.chosen().filePrefix() + " " + subject + ": "
                                + file.asked().shown().holderName(),
                        file.requestNumber() + " version " + file.version() + ". " + text));
    }

    private CertificateFile issued(String requestNumber, int version, String userId, String what) {
        CertificateFile file = certificates
                .find(requestNumber, version)
                .orElseThrow(() -> new NoSuchElementException(
                        "Request " + requestNumber + " has no certificate version " + version + "."));
        if (file.status() != Status.ISSUED) {
            throw new CertificateRefused("Version " + version + " is "
                    + file.status().name().toLowerCase(Locale.ROOT)
                    + "; only an issued certificate can be sent again, revised or voided.");
        }
        Optional<LicenseNeed> need = process.licenseNeed(requestNumber);
        if (need.isPresent()) {
            LicenseGate.Verdict verdict = licenses.check(
                    userId, Act.AUTHORIZE_CERTIFICATE, need.get(), what + " version " + version, requestNumber);
            if (!verdict.allowed()) {
                throw new LicenseMissing(Objects.requireNonNullElse(verdict.reason(), "You need a license for this."));
            }
        }
        return file;
    }

    private static CertificateFile to(CertificateFile file, String deliverTo) {
        return file.read(file.asked().deliveredTo(deliverTo), file.client(), file.policies());
    }
}
