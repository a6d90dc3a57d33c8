package org.throughline.reporting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an hour of the agency's people costs, for the report {@code cost}.
 *
 * @param currency of all rates
 * @param hourlyRates by role, such as {@code csr: 38.50}; a role without one is counted in minutes only
 * @param longestTask a task that somebody held longer was set aside, and counts this much
 */
@Validated
@ConfigurationProperties("throughline.reporting.cost")
public record CostProperties(
        @NotNull @Pattern(regexp = "[A-Z]{3}") @DefaultValue("USD")
        String currency,

        @DefaultValue Map<String, @PositiveOrZero BigDecimal> hourlyRates,
        @NotNull @DefaultValue("1h") Duration longestTask) {

    public CostProperties {
        hourlyRates = Map.copyOf(hourlyRates);
    }
}
