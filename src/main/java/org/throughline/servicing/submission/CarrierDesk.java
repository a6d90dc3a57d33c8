package org.throughline.servicing.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.servicing.submission.CarrierDrafts.Entered;

/** Submits to carriers and asks them again, on whichever channel a submission goes. */
@Service
public class CarrierDesk {

    private static final String TAKEN_BACK = "A submission of its own follows.";

    private final CarrierDrafts drafts;
    private final CarrierSubmissions submissions;
    private final CarrierConnections connections;
    private final CarrierMail mail;
    private final OutboundLedger ledger;
    private final Clock clock;

    CarrierDesk(
            CarrierDrafts drafts,
            CarrierSubmissions submissions,
            CarrierConnections connections,
            CarrierMail mail,
            OutboundLedger ledger,
            Clock clock) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.connections = connections;
        this.mail = mail;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Plans what a person entered, in the current transaction, and returns the submission's id; nothing leaves the house
     * yet.
     *
     * @throws CarrierDrafts.NotReady if something in it is missing or cannot be read
     */
    @Transactional
    public String plan(String requestNumber, Entered entered, CarrierChannel channel) {
        return plan(requestNumber, drafts.submission(entered, channel));
    }

    private String plan(String requestNumber, Submission submission) {
        String reference = submission.channel() == CarrierChannel.PORTAL
                ? null
                : ledger.plan(requestNumber, List.of(write(requestNumber, submission)))
                        .get(0)
                        .reference();
        String id = UUID.randomUUID().toString();
        submissions.add(new CarrierSubmission(
                id,
                requestNumber,
                reference,
                submission,
                SubmissionState.PLANNED,
                null,
                null,
                null,
                clock.instant(),
                null,
                null));
        return id;
    }

    private PlannedWrite write(String requestNumber, Submission submission) {
        return submission.channel() == CarrierChannel.EMAIL
                ? new PlannedWrite(WriteKind.EMAIL, mail.request(requestNumber, submission))
                : new PlannedWrite(WriteKind.CARRIER_SUBMISSION, submission);
    }

    /**
     * Carries the planned submission to the carrier.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable the carrier cannot be reached; try again later
     */
    @Transactional
    public CarrierSubmission send(String id) {
        CarrierSubmission submission = get(id);
        WriteKind kind = submission.submission().channel() == CarrierChannel.EMAIL
                ? WriteKind.EMAIL
                : WriteKind.CARRIER_SUBMISSION;
        ledger.carryOut(submission.requestNumber(), Set.of(kind), Set.of());
        OutboundWrite write = ledger.findByReference(String.valueOf(submission.reference()))
                .orElseThrow(() -> new IllegalStateException("Submission " + id + " has no row in the ledger"));
        if (write.status() == WriteStatus.REJECTED) {
            submissions.ended(id, SubmissionState.REFUSED, String.valueOf(write.detail()));
            ledger.resolve(write.id(), false, write.detail() + " " + TAKEN_BACK);
        } else if (get(id).state() == SubmissionState.PLANNED) {
            submissions.answered(
                    id,
                    new SubmissionAnswer(SubmissionAnswer.Status.PENDING, "", "Sent; no answer yet.", null, null, null),
                    null);
        }
        return get(id);
    }

    /**
     * Asks the carrier how far it is: over its connection, where what stopped half-way or was approved is carried on under
     * the same reference, or with a letter to its desk. A carrier that is only reached at
     * its website is not asked; a person looks there.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable the carrier cannot be reached; try again later
     */
    @Transactional
    public CarrierSubmission ask(String id) {
        CarrierSubmission submission = get(id);
        if (!submission.state().isOpen()) {
            return submission;
        }
        CarrierChannel channel = submission.submission().channel();
        String reference = submission.reference();
        if (CarrierConnections.answersMachines(channel) && reference != null) {
            askConnection(submission, reference);
        } else if (channel == CarrierChannel.EMAIL) {
            String messageId = reference == null
                    ? null
                    : ledger.findByReference(reference)
                            .map(OutboundWrite::remoteReference)
                            .orElse(null);
            ledger.plan(
                    submission.requestNumber(),
                    List.of(new PlannedWrite(WriteKind.EMAIL, mail.reminder(submission, messageId))));
            ledger.carryOut(submission.requestNumber(), Set.of(WriteKind.EMAIL), Set.of());
        }
        return get(id);
    }

    private void askConnection(CarrierSubmission submission, String reference) {
        Submission asked = submission.submission();
        try {
            CarrierConnection connection = connections.of(asked);
            SubmissionAnswer answer =
                    connection.find(asked, reference).orElseGet(() -> connection.submit(asked, reference));
            submissions.answered(submission.id(), answer, null);
        } catch (VendorRejected refused) {
            submissions.ended(submission.id(), SubmissionState.REFUSED, String.valueOf(refused.getMessage()));
        }
    }

    public CarrierSubmission get(String id) {
        return submissions.get(id);
    }

    /** The moment from which chasing is counted. */
    static Instant since(CarrierSubmission submission) {
        return Optional.ofNullable(submission.submittedAt()).orElse(submission.plannedAt());
    }
}
