package org.throughline.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** One agency or branch as it is configured; the one under {@code throughline.agency} is the main one. */
@Validated
@ConfigurationProperties("throughline.agency")
public record Agency(
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
        @NotBlank String serviceMailbox)
        implements AgencyProfile {}
