package org.throughline.servicing.certificate.usecase;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
    private static final Set<WriteKind> RECORDS = EnumSet.complementOf(EnumSet.of(WriteKind.EMAIL));

    private final OutboundLedger ledger;
    private final Certificates certificates;

    public DeliverCertificate(OutboundLedger ledger, Certificates certificates) {
        this.ledger = ledger;
        this.certificates = certificates;
    }

    /**
     * How sending went.
     *
     * @param evidence sentence that proves the delivery, or says why the mail server refused it
     */
    public record Delivery(boolean sent, String evidence) {}

    /**
     * Sends it, unless it has been sent already.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable if mail cannot be sent now; try again later
     */
    @Transactional
    public Delivery deliver(String requestNumber) {
        Optional<OutboundWrite> refused = ledger.carryOut(requestNumber, MAIL, RECORDS).stream()
                .filter(write -> write.kind() == WriteKind.EMAIL && write.status() == WriteStatus.REJECTED)
                .findFirst();
        if (refused.isPresent()) {
            String detail = refused.get().detail();
            return new Delivery(false, "The mail was refused: " + (detail == null ? "no reason given" : detail));
        }
        CertificateFile file = certificates.latest(requestNumber).orElseThrow();
        boolean isVoid = file.status() == CertificateFile.Status.VOID;
        String version = document(file.chosen(), isVoid) + " version " + file.version();
        return new Delivery(
                true,
                (isVoid ? "Notice that " + version + " is void" : version) + " e-mailed to "
                        + file.asked().shown().deliverTo() + ".");
    }

    private static String document(CertificateForm form, boolean inSentence) {
        String words = form.property() ? form.words() : "certificate";
        return inSentence ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
