package org.throughline.carrier.policychange;

import java.util.Optional;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.platform.vendor.VendorRejected;

/** Submits to one carrier. */
class PolicyChangeConnection implements CarrierConnection {

    private final String carrier;
    private final PolicyChangeTransactions transactions;
    private final PolicyChangeClaims claims;

    PolicyChangeConnection(String carrier, PolicyChangeTransactions transactions, PolicyChangeClaims claims) {
        this.carrier = carrier;
        this.transactions = transactions;
        this.claims = claims;
    }

    @Override
    public CarrierChannel channel() {
        return CarrierChannel.API;
    }

    @Override
    public String carrier() {
        return carrier;
    }

    @Override
    public Optional<SubmissionAnswer> find(Submission submission, String reference) {
        return switch (submission.operation()) {
            case CLAIM_NOTICE -> claims.find(submission, reference);
            case LOSS_RUNS -> Optional.empty();
            case POLICY_CHANGE, POLICY_CHANGE_QUOTE, CANCELLATION, REINSTATEMENT ->
                transactions.find(submission, reference);
        };
    }

    /** A loss that was reported stays reported. */
    @Override
    public boolean takesBack(CarrierOperation operation) {
        return operation != CarrierOperation.CLAIM_NOTICE && operation != CarrierOperation.LOSS_RUNS;
    }

    @Override
    public boolean isTakenBack(Submission submission, String reference) {
        return transactions.isTakenBack(submission, reference);
    }

    @Override
    public void takeBack(Submission submission, String reference) {
        transactions.takeBack(submission, reference);
    }

    @Override
    public SubmissionAnswer submit(Submission submission, String reference) {
        if (submission.operation() == CarrierOperation.LOSS_RUNS) {
            throw new VendorRejected("The interface of carrier " + carrier
                    + " gives no loss runs; ask its service desk for them instead");
        }
        return submission.operation() == CarrierOperation.CLAIM_NOTICE
                ? claims.submit(submission, reference)
                : transactions.submit(submission, reference);
    }
}
