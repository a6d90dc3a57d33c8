package org.throughline.servicing.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.Submission;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;

/**
 * Takes back at the carrier what nobody waits for any more: over the connection where it can, else by a letter to the desk,
 * else by a person. What never left the house is only taken off the list.
 */
@Service
public class CarrierWithdrawals {

    private static final String NOT_WANTED = "The request waits for it no more.";

    private final CarrierSubmissions submissions;
    private final CarrierConnections connections;
    private final CarrierMail mail;
    private final Carriers carriers;
    private final OutboundLedger ledger;

    CarrierWithdrawals(
            CarrierSubmissions submissions,
            CarrierConnections connections,
            CarrierMail mail,
            Carriers carriers,
            OutboundLedger ledger) {
        this.submissions = submissions;
        this.connections = connections;
        this.mail = mail;
        this.carriers = carriers;
        this.ledger = ledger;
    }

    /**
     * A submission that was left and that the carrier may have.
     *
     * @param withdrawal reference of the planned write that tells the carrier; empty where a person has to
     * @param asked what was asked, in words
     * @param portal address of the carrier's website; empty where there is none
     */
    public record Left(String carrier, String withdrawal, String asked, String portal) {}

    /**
     * Nobody waits for it any more: an answer that still comes is none of a request's.
     *
     * @return what the carrier has to be told; empty where it has nothing, or has decided
     */
    @Transactional
    public Optional<Left> leave(String id) {
        CarrierSubmission submission = submissions.get(id);
        if (!submission.state().isOpen()) {
            return Optional.empty();
        }
        submissions.ended(id, SubmissionState.WITHDRAWN, NOT_WANTED);
        if (!mayBeAtTheCarrier(submission)) {
            return Optional.empty();
        }
        Submission asked = submission.submission();
        return Optional.of(new Left(
                asked.carrier(),
                planned(submission).map(OutboundWrite::reference).orElse(""),
                SubmissionWords.block(submission.requestNumber(), asked),
                carriers.byCode(asked.carrier()).map(Carrier::portal).orElse("")));
    }

    /** At a website a person has entered it, or has not; everything else is there once it was tried. */
    private boolean mayBeAtTheCarrier(CarrierSubmission submission) {
        String reference = submission.reference();
        return reference == null
                ? submission.state() == SubmissionState.WAITING
                : !ledger.abandonUntried(reference, NOT_WANTED);
    }

    private Optional<OutboundWrite> planned(CarrierSubmission submission) {
        String reference = submission.reference();
        if (reference == null) {
            return Optional.empty();
        }
        return write(submission, reference)
                .map(write ->
                        ledger.plan(submission.requestNumber(), List.of(write)).get(0));
    }

    private Optional<PlannedWrite> write(CarrierSubmission submission, String reference) {
        Submission asked = submission.submission();
        boolean overConnection = connections
                .find(asked)
                .filter(connection -> connection.takesBack(asked.operation()))
                .isPresent();
        if (overConnection) {
            return Optional.of(new PlannedWrite(WriteKind.CARRIER_WITHDRAWAL, new CarrierWithdrawal(asked, reference)));
        }
        String messageId = asked.channel() == CarrierChannel.EMAIL
                ? ledger.findByReference(reference)
                        .map(OutboundWrite::remoteReference)
                        .orElse(null)
                : null;
        return mail.hasDesk(asked)
                ? Optional.of(new PlannedWrite(WriteKind.EMAIL, mail.disregard(submission, messageId)))
                : Optional.empty();
    }

    /**
     * Tells the carrier, once in effect.
     *
     * @param reference of the planned write
     * @return why the carrier does not take it back; empty where it does
     * @throws org.throughline.platform.vendor.VendorUnavailable the carrier cannot be reached; try again later
     */
    @Transactional
    public Optional<String> takeBack(String requestNumber, String reference) {
        WriteKind kind = find(reference).kind();
        ledger.carryOut(requestNumber, Set.of(kind), Set.of());
        OutboundWrite write = find(reference);
        if (write.status() != WriteStatus.REJECTED) {
            return Optional.empty();
        }
        ledger.resolve(write.id(), false, write.detail() + " A person tells the carrier.");
        return Optional.of(String.valueOf(write.detail()));
    }

    private OutboundWrite find(String reference) {
        return ledger.findByReference(reference)
                .orElseThrow(() -> new IllegalStateException("The ledger has no write " + reference));
    }
}
