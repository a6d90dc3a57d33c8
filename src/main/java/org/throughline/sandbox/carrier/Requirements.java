package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** What must hold before a carrier looks at a request at all. */
final class Requirements {

    private Requirements() {}

    static void check(JsonNode policy, CarrierAsk ask) {
        String number = policy.path("number").asText();
        String status = policy.path("status").asText();
        switch (ask.operation()) {
            case POLICY_CHANGE, CANCELLATION -> {
                if (!status.equals("IN_FORCE") && !status.equals("PENDING_CANCELLATION")) {
                    throw new ValidationFailed("Policy " + number + " is not in force");
                }
                within(policy, ask.effective());
            }
            case REINSTATEMENT -> {
                if (!status.equals("CANCELED") && !status.equals("PENDING_CANCELLATION")) {
                    throw new ValidationFailed("Policy " + number + " is not canceled");
                }
            }
            case CLAIM_NOTICE -> {
                if (!covers(policy, ask.effective())) {
                    throw new ValidationFailed(
                            "No policy was found with policy number " + number + " for loss date " + ask.effective());
                }
            }
            case LOSS_RUNS -> {
                // Can be had at any time.
            }
        }
    }

    private static void within(JsonNode policy, LocalDate day) {
        if (!covers(policy, day)) {
            throw new ValidationFailed("The effective date " + day + " is not within the policy period "
                    + policy.path("effective").asText() + " to "
                    + policy.path("expiration").asText());
        }
    }

    private static boolean covers(JsonNode policy, LocalDate day) {
        return !day.isBefore(LocalDate.parse(policy.path("effective").asText()))
                && day.isBefore(LocalDate.parse(policy.path("expiration").asText()));
    }
}
