package org.throughline.carrier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a carrier has; a bean for each connection over which that can be read. Every call is remote.
 *
 * @see org.throughline.platform.vendor.VendorUnavailable thrown by every method when the carrier cannot be reached
 */
public interface CarrierRecords {

    /** Code of the carrier. */
    String carrier();

    /** The policy as the carrier has it now: the truth about coverage. */
    Optional<CarrierPolicy> policy(String policyNumber);

    /** Documents on the policy, newest first; empty where the carrier has none. */
    List<CarrierDocument> documents(String policyNumber);

    /** The document's bytes. */
    Optional<byte[]> content(String documentId);

    /** What is owed on the policy. */
    Optional<CarrierBilling> billing(String policyNumber);

    /**
     * A policy at its carrier.
     *
     * @param status the carrier's own word
     * @param coverages limits and deductibles by what the carrier calls the coverage
     * @param parties additional insureds, mortgagees and the like, as if each had just been added
     */
    record CarrierPolicy(
            String number,
            String naic,
            String line,
            String insured,
            String status,
            LocalDate effective,
            LocalDate expiration,
            @Nullable BigDecimal premium,
            Map<String, String> coverages,
            List<Change> parties) {}

    /** A document at the carrier. */
    record CarrierDocument(String id, String name, String contentType, LocalDate date) {}

    /** The account of a policy, in dollars. */
    record CarrierBilling(
            BigDecimal balance,
            BigDecimal pastDue,
            @Nullable LocalDate nextDue) {}
}
