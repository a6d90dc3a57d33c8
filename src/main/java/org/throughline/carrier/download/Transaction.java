package org.throughline.carrier.download;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Change;

/**
 * One transaction that a carrier sent, in our terms; the same from every format. What the carrier did not say is empty or
 * null, never guessed. Amounts are dollars.
 *
 * @param id the same for the same transaction, whatever file it comes in; also the external id of its inbound item
 * @param carrier the carrier's name as sent
 * @param naic number of the writing company; null where it is not sent, also as zeros or question marks
 * @param policyNumber as sent; {@link #policyKey} is for comparing
 * @param line our line code such as PERSONAL_AUTO, or the carrier's own code where we have none
 * @param insured the first named insured as sent, often in capitals and last name first
 * @param effective from which day the transaction holds
 * @param processed on which day the carrier made it
 * @param termFrom first day of the policy's term
 * @param termTo day on which the term ends
 * @param premium of the whole term
 * @param premiumChange by how much this transaction changes the term's premium
 * @param image what stands on the policy after the transaction, each part as if it had just been added: additional
 *     interests, vehicles, drivers, locations; a kind that is missing altogether was not sent, not removed
 * @param remarks the carrier's own words
 * @param whole false where the file ended before the transaction's end was certain
 */
public record Transaction(
        String id,
        TransactionCode code,
        String carrier,
        @Nullable String naic,
        String policyNumber,
        String line,
        String insured,
        @Nullable LocalDate effective,
        @Nullable LocalDate processed,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termTo,
        @Nullable BigDecimal premium,
        @Nullable BigDecimal premiumChange,
        List<Coverage> coverages,
        List<Change> image,
        String remarks,
        boolean whole) {

    /**
     * A coverage of the policy.
     *
     * @param code the carrier's own, such as CSL, or its name for it
     * @param limit whole dollars as digits, or the carrier's words; empty where it says none
     * @param secondLimit of a split limit
     * @param deductible as the limits
     */
    public record Coverage(
            String code,
            String limit,
            String secondLimit,
            String deductible,
            @Nullable BigDecimal premium) {}

    public Transaction {
        coverages = List.copyOf(coverages);
        image = List.copyOf(image);
    }

    /** The policy number as it is compared: capitals and digits only. */
    public String policyKey() {
        return PolicyNumbers.key(policyNumber);
    }

    /** What it is about, in one line. */
    public String subject() {
        String kind = code == TransactionCode.UNKNOWN ? code.words() : code.words() + " (" + code + ")";
        String about =
                Stream.of(policyNumber, insured).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return "Carrier download: " + kind + (about.isEmpty() ? "" : " " + about);
    }
}
