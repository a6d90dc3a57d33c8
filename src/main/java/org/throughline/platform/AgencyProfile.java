package org.throughline.platform;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the agency is: printed on every document and mail, and the source of its time zone and business hours. Where several
 * agencies or branches are served by one process, the injected profile answers for the one that the thread works for
 * ({@link AgencyScope}), so it is asked each time and nothing of it is kept.
 */
public interface AgencyProfile {

    /** Engine tenant id that every row, instance and task of this agency carries. */
    String tenant();

    String legalName();

    String tradeName();

    PostalAddress address();

    String phone();

    @Nullable
    String fax();

    String licenseNumber();

    ZoneId timeZone();

    /** Opening hours per day as {@code 08:00-17:30}; a day that is missing is closed. */
    Map<DayOfWeek, String> hours();

    AuthorizedRepresentative authorizedRepresentative();

    /** Address that receives the agency's mail and sends its answers. */
    String serviceMailbox();

    /** A United States postal address; {@code state} is the two-letter code. */
    record PostalAddress(
            @NotBlank String line1,
            @Nullable String line2,
            @NotBlank String city,
            @NotBlank String state,
            @NotBlank String postalCode) {}

    /** Who signs certificates for the agency; the signature is an image resource, or absent for a typed signature. */
    record AuthorizedRepresentative(
            @NotBlank String userId,
            @NotBlank String name,
            @NotBlank String title,
            @Nullable URI signatureImage) {}
}
