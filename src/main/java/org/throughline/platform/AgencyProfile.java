package org.throughline.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who the agency is: printed on every document and mail, and the source of its time zone and business hours.
 *
 * @param tenant engine tenant id that every row, instance and task of this agency carries
 * @param hours opening hours per day as {@code 08:00-17:30}; a day that is missing is closed
 * @param serviceMailbox address that receives the agency's mail and sends its answers
 */
@Validated
@ConfigurationProperties("throughline.agency")
public record AgencyProfile(
        @NotBlank String tenant,
        @NotBlank String legalName,
        @NotBlank String tradeName,
        @Valid @NotNull PostalAddress address,
        @NotBlank String phone,
        @Nullable String fax,
        @NotBlank String licenseNumber,
        @NotNull ZoneId timeZone,
        @NotNull Map<DayOfWeek, String> hours,
        @Valid @NotNull AuthorizedRepresentative authorizedRepresentative,
        @NotBlank String serviceMailbox) {

    /** A United States postal address; {@code state} is the two-letter code. */
    public record PostalAddress(
            @NotBlank String line1,
            @Nullable String line2,
            @NotBlank String city,
            @NotBlank String state,
            @NotBlank String postalCode) {}

    /** Who signs certificates for the agency; the signature is an image resource, or absent for a typed signature. */
    public record AuthorizedRepresentative(
            @NotBlank String userId,
            @NotBlank String name,
            @NotBlank String title,
            @Nullable URI signatureImage) {}
}
