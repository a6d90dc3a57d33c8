package org.throughline.carrier;

/** What the agency asks of a carrier. */
public enum CarrierOperation {
    /** What a change of a policy would cost; nothing is bound by it. */
    POLICY_CHANGE_QUOTE,
    /** A change of a policy, to be bound and issued. */
    POLICY_CHANGE,
    /** The insured wants the policy ended. */
    CANCELLATION,
    /** A cancelled policy is to be put back in force. */
    REINSTATEMENT,
    /** First notice of a loss. */
    CLAIM_NOTICE,
    /** The carrier's own list of losses, with its valuation date. */
    LOSS_RUNS
}
