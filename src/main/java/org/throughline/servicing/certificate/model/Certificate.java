package org.throughline.servicing.certificate.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a certificate or evidence of insurance shows, ready to be printed. A document about property has one
 * coverage, which names the policy, and its {@code property}; one about liability has no property.
 *
 * @param number request and version, {@code SR-2026-000123 v1}
 * @param description approved clauses, and what a licensed person wrote; may be empty
 */
public record Certificate(
        String number,
        LocalDate issuedOn,
        Producer producer,
        Party insured,
        List<Insurer> insurers,
        List<Coverage> coverages,
        String description,
        Party holder,
        Representative representative,
        @Nullable Property property) {

    /** The agency that issues the certificate. */
    public record Producer(
            Party party, String phone, @Nullable String fax, String email, String licenseNumber) {}

    /** An insurance company, named in the coverages by its letter A to F. */
    public record Insurer(String letter, String name, String naic) {}

    /**
     * One line of coverage.
     *
     * @param line GL, AUTO, UMBRELLA, WC or another line code
     * @param options what distinguishes this coverage, such as "Occurrence" or "Any auto"
     */
    public record Coverage(
            String line,
            String title,
            String insurerLetter,
            List<String> options,
            boolean additionalInsured,
            boolean subrogationWaived,
            String policyNumber,
            LocalDate effective,
            LocalDate expiration,
            List<Limit> limits) {}

    /** A limit as it is printed: {@code $1,000,000} or a word. */
    public record Limit(String label, String amount) {}

    /**
     * The property that a document about property shows.
     *
     * @param interest the holder's interest as the policy has it; null where the holder has none
     */
    public record Property(
            CertificateForm form,
            List<Building> buildings,
            @Nullable Interest interest) {}

    /**
     * One insured building or home.
     *
     * @param coverages amounts of insurance
     * @param terms what else the policy says of it: deductible, valuation, coinsurance
     */
    public record Building(
            String number, String location, String description, List<Limit> coverages, List<Limit> terms) {}

    /**
     * The holder's interest in the property, as the policy has it.
     *
     * @param nature for people: {@code Mortgagee}
     * @param loanNumber as the policy has it, or empty
     * @param item what of the property it is in, or empty
     */
    public record Interest(String nature, String loanNumber, String item) {}

    /** Who signs; without an image the name is printed as the signature. */
    public record Representative(
            String name, String title, @Nullable String signatureImage) {}
}
