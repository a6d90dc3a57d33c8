package org.throughline.sandbox.carrier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a carrier is asked for.
 *
 * @param carrier its code, such as BMC
 * @param effective from which day; the day of the loss for a claim
 * @param reference the agency's own, which answers and look-ups go by
 * @param text the request in words, kept with it
 * @param details what is said beside the changes: {@code reason}, {@code lossTime}, {@code place}, {@code years} and so on
 */
public record CarrierAsk(
        String carrier,
        Operation operation,
        String policyNumber,
        LocalDate effective,
        String reference,
        String text,
        List<PolicyChange> changes,
        Map<String, String> details) {

    /** What carriers do. */
    public enum Operation {
        POLICY_CHANGE,
        CANCELLATION,
        REINSTATEMENT,
        CLAIM_NOTICE,
        LOSS_RUNS;

        /** POLICY where the policy itself is touched, as the administrator's list of writes calls it. */
        String mark() {
            return switch (this) {
                case POLICY_CHANGE, CANCELLATION, REINSTATEMENT -> "POLICY";
                case CLAIM_NOTICE, LOSS_RUNS -> "OTHER";
            };
        }
    }

    public CarrierAsk {
        changes = List.copyOf(changes);
        details = Map.copyOf(details);
    }
}
