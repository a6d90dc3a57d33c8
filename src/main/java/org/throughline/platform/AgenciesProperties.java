package org.throughline.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.platform.AgencyProfile.AuthorizedRepresentative;
import org.throughline.platform.AgencyProfile.PostalAddress;

/** The agencies or branches that are served beside the main one ({@code throughline.agencies}). */
@Validated
@ConfigurationProperties("throughline")
record AgenciesProperties(@DefaultValue @Valid @NotNull List<Branch> agencies) {

    /**
     * One of them.
     *
     * @param timeZone the main agency's where it is left out, like hours and representative
     */
    record Branch(
            @NotBlank String tenant,
            @NotBlank String legalName,
            @NotBlank String tradeName,
            @Valid @NotNull PostalAddress address,
            @NotBlank String phone,
            @Nullable String fax,
            @NotBlank String licenseNumber,
            @Nullable ZoneId timeZone,
            @Nullable Map<DayOfWeek, String> hours,
            @Valid @Nullable AuthorizedRepresentative authorizedRepresentative,
            @NotBlank String serviceMailbox) {

        Agency beside(Agency main) {
            return new Agency(
                    tenant,
                    legalName,
                    tradeName,
                    address,
                    phone,
                    fax,
                    licenseNumber,
                    timeZone == null ? main.timeZone() : timeZone,
                    hours == null || hours.isEmpty() ? main.hours() : hours,
                    authorizedRepresentative == null ? main.authorizedRepresentative() : authorizedRepresentative,
                    serviceMailbox);
        }
    }
}
