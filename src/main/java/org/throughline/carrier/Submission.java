package org.throughline.carrier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked of a carrier; the ledger's payload.
 *
 * @param carrier code of the carrier, as in {@link Carriers}
 * @param naic number of the writing company; null where the agency management system does not say
 * @param line our line code, such as GL
 * @param state two letters, of the risk
 * @param effective from which day, in the agency's time zone; the day of the loss for a claim notice
 * @param description what is asked for, in a person's words; read by underwriters
 * @param changes what a policy change changes; empty for other operations
 * @param details what the operation needs beside: {@code reason, requestor} of a cancellation; {@code lossTime, place,
 *     injuries, reportedBy, phone} of a claim notice; {@code years} of loss runs
 * @param quoteReference the carrier's reference of the quote that is to be bound; null where there was none
 */
public record Submission(
        String carrier,
        CarrierOperation operation,
        CarrierChannel channel,
        String policyNumber,
        @Nullable String naic,
        String line,
        String state,
        String insured,
        LocalDate effective,
        String description,
        List<Change> changes,
        Map<String, String> details,
        @Nullable String quoteReference) {

    public Submission {
        changes = List.copyOf(changes);
        details = Map.copyOf(details);
    }
}
