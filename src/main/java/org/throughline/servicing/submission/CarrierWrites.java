package org.throughline.servicing.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.platform.ledger.OutboundChannel;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/**
 * Carries out the ledger's submissions at the carriers and keeps each answer in the same transaction. The row is done
 * once the carrier has the submission, whatever it then decides.
 */
@Component
class CarrierWrites implements OutboundChannel {

    private final CarrierConnections connections;
    private final CarrierSubmissions submissions;
    private final ObjectMapper json;

    CarrierWrites(CarrierConnections connections, CarrierSubmissions submissions, ObjectMapper json) {
        this.connections = connections;
        this.submissions = submissions;
        this.json = json;
    }

    @Override
    public Set<WriteKind> kinds() {
        return Set.of(WriteKind.CARRIER_SUBMISSION, WriteKind.CARRIER_WITHDRAWAL);
    }

    @Override
    public Optional<String> find(OutboundWrite write) {
        if (write.kind() == WriteKind.CARRIER_WITHDRAWAL) {
            CarrierWithdrawal withdrawal = read(write, CarrierWithdrawal.class);
            return connection(withdrawal.submission()).isTakenBack(withdrawal.submission(), withdrawal.submittedAs())
                    ? Optional.of(withdrawal.submittedAs())
                    : Optional.empty();
        }
        Submission submission = read(write, Submission.class);
        return connection(submission)
                .find(submission, write.reference())
                .map(answer -> kept(write, answer).carrierReference());
    }

    @Override
    public WriteOutcome perform(OutboundWrite write) {
        if (write.kind() == WriteKind.CARRIER_WITHDRAWAL) {
            CarrierWithdrawal withdrawal = read(write, CarrierWithdrawal.class);
            connection(withdrawal.submission()).takeBack(withdrawal.submission(), withdrawal.submittedAs());
            return WriteOutcome.done(withdrawal.submittedAs());
        }
        Submission submission = read(write, Submission.class);
        SubmissionAnswer answer = connection(submission).submit(submission, write.reference());
        return WriteOutcome.done(kept(write, answer).carrierReference());
    }

    private SubmissionAnswer kept(OutboundWrite write, SubmissionAnswer answer) {
        submissions
                .byReference(write.reference())
                .ifPresent(submission -> submissions.answered(submission.id(), answer, null));
        return answer;
    }

    private CarrierConnection connection(Submission submission) {
        return connections.of(submission);
    }

    private <T> T read(OutboundWrite write, Class<T> type) {
        try {
            return json.readValue(write.payload(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Ledger row " + write.reference() + " has an unreadable payload", broken);
        }
    }
}
