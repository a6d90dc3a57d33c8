package org.throughline.carrier.acordxml;

import java.time.Clock;
import java.util.Optional;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.xml.XmlElement;

/**
 * Submits to one carrier with ACORD XML. Every attempt of a submission bears the same {@code RqUID}, by which the carrier
 * knows a repeat; what it has made of an earlier one is looked up by an inquiry. How far that can be relied on is written in
 * docs/adr/0025.
 */
class AcordXmlConnection implements CarrierConnection {

    private final String carrier;
    private final AcordClient client;
    private final AcordRequests requests;

    AcordXmlConnection(String carrier, AcordXmlProperties.Connection connection, AcordClient client, Clock clock) {
        this.carrier = carrier;
        this.client = client;
        this.requests = new AcordRequests(carrier, connection, clock);
    }

    @Override
    public CarrierChannel channel() {
        return CarrierChannel.ACORD_XML;
    }

    @Override
    public String carrier() {
        return carrier;
    }

    /**
     * Asks for the policy, or for the losses of a claim's day, and looks in the answer for our submission: first by its
     * {@code RqUID} or our reference, then by what the policy has become. Nothing is found where the carrier takes no such
     * inquiry.
     */
    @Override
    public Optional<SubmissionAnswer> find(Submission submission, String reference) {
        boolean claim = submission.operation() == CarrierOperation.CLAIM_NOTICE;
        AcordReply reply = client.ask(
                claim
                        ? requests.lossesOfThatDay(submission, reference)
                        : requests.policy(
                                submission.policyNumber(),
                                AcordLine.of(submission.line()).orElse(null),
                                reference));
        AcordStatus said = AcordStatus.of(reply.message());
        if (said.isWithoutAnswer() || said.verdict() != AcordStatus.Verdict.DONE) {
            return Optional.empty();
        }
        Optional<XmlElement> earlier = reply.toEarlier(requests.rqUid(reference));
        if (earlier.isPresent()) {
            return Optional.of(AcordAnswers.read(submission, earlier.orElseThrow()));
        }
        return claim ? reported(reply.message(), reference) : AcordAsked.stands(submission, reply.message());
    }

    private static Optional<SubmissionAnswer> reported(XmlElement losses, String reference) {
        return AcordLosses.ours(losses, reference)
                .map(loss -> new SubmissionAnswer(
                        Status.CONFIRMED,
                        loss.text("ItemIdInfo/InsurerId").orElse(""),
                        loss.text("ClaimStatusCd").orElse(""),
                        null,
                        null,
                        AcordValues.date(loss.text("LossDt"))));
    }

    @Override
    public SubmissionAnswer submit(Submission submission, String reference) {
        AcordReply reply = client.ask(requests.of(submission, reference));
        if (AcordStatus.of(reply.message()).isDuplicate()) {
            return find(submission, reference).orElseGet(AcordXmlConnection::knownAndUnsaid);
        }
        return AcordAnswers.read(submission, reply.message());
    }

    private static SubmissionAnswer knownAndUnsaid() {
        return new SubmissionAnswer(
                Status.PENDING,
                "",
                "The carrier has had this submission before and does not say how it stands",
                null,
                null,
                null);
    }
}
