package org.throughline.servicing.certificate.usecase;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.automation.OutcomeKind;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.servicing.certificate.model.CertificateForm;

/**
 * Sends the mail that was planned for a certificate and, in the same step, its records to the agency management system as
 * far as that takes them. What is left of the records, or was refused, is up to the request.
 */
@Service
public class DeliverCertificate {

    private static final Set<WriteKind> MAIL = EnumSet.of(WriteKind.EMAIL);
    private static final Set<WriteKind> RECORDS = EnumSet.range(WriteKind.AMS_DOCUMENT, WriteKind.AMS_TASK);

    private final OutboundLedger ledger;
    private final Certificates certificates;
    private final CertificateAutomation automation;

    public DeliverCertificate(OutboundLedger ledger, Certificates certificates, CertificateAutomation automation) {
        this.ledger = ledger;
        this.certificates = certificates;
        this.automation = automation;
    }

    /** How sending went. */
    public enum Result {
        SENT,
        /** The mail server refused it. */
        REFUSED,
        /** Automation was switched off before anything went out; the certificate is a draft again. */
        HELD
    }

    /**
     * How sending went, and why.
     *
     * @param sentence what proves the delivery, why the mail server refused it, or which switch held it
     * @param checks the checks one a line, for the person who takes it over; empty unless it was held
     */
    public record Delivery(Result result, String sentence, String checks) {}

    /**
     * Sends it, unless it has been sent already.
     *
     * @param automated no person acts on it: it is held where automation was switched off since it was issued
     * @throws org.throughline.platform.vendor.VendorUnavailable if mail cannot be sent now; try again later
     */
    @Transactional
    public Delivery deliver(String requestNumber, boolean automated) {
        CertificateFile file = certificates.latest(requestNumber).orElseThrow();
        boolean alone = automated && file.approval() == null;
        Optional<String> stopped = alone ? automation.stopped(file) : Optional.empty();
        if (stopped.isPresent() && takenBack(file, stopped.get())) {
            return new Delivery(Result.HELD, stopped.get(), CheckCertificate.summary(file.checks()));
        }
        Optional<OutboundWrite> refused = ledger.carryOut(requestNumber, MAIL, RECORDS).stream()
                .filter(write -> write.kind() == WriteKind.EMAIL && write.status() == WriteStatus.REJECTED)
                .findFirst();
        if (refused.isPresent()) {
            String detail = refused.get().detail();
            String why = "The mail was refused: " + (detail == null ? "no reason given" : detail);
            if (alone) {
                automation.cameBack(file, OutcomeKind.BOUNCED, why, null);
            }
            return new Delivery(Result.REFUSED, why, "");
        }
        boolean isVoid = file.status() == CertificateFile.Status.VOID;
        String version = document(file.chosen(), isVoid) + " version " + file.version();
        return new Delivery(
                Result.SENT,
                (isVoid ? "Notice that " + version + " is void" : version) + " e-mailed to "
                        + file.asked().shown().deliverTo() + ".",
                "");
    }

    /** Makes it a draft again, unless the mail is out after all; other mails of the request are not touched. */
    private boolean takenBack(CertificateFile file, String why) {
        String document = Objects.requireNonNull(file.documentId(), "an issued certificate has a document");
        boolean nothingOut = ledger.takeBack(
                file.requestNumber(),
                write -> write.kind() != WriteKind.EMAIL || write.payload().contains(document),
                why);
        if (nothingOut) {
            certificates.update(file.with(CertificateFile.Status.DRAFT, document));
        }
        return nothingOut;
    }

    private static String document(CertificateForm form, boolean inSentence) {
        String words = form.property() ? form.words() : "certificate";
        return inSentence ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
