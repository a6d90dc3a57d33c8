package org.throughline.request.sla;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When people hear of a clock that runs out.
 *
 * @param lookInterval pause between two looks at the open requests
 * @param atRiskShare share of a request's time that is left when it is at risk, 0.25 for a quarter
 * @param hardDateDays business days before a hard date on whose morning it is near
 * @param escalateAfter time on the request's clock, from its due time or from what a person last did, after which
 *     the managers are asked
 */
@Validated
@ConfigurationProperties("throughline.sla")
public record SlaProperties(
        @NotNull @DefaultValue("30s") Duration lookInterval,

        @NotNull @DecimalMin("0.01") @DecimalMax("0.9") @DefaultValue("0.25")
        BigDecimal atRiskShare,

        @Min(1) @DefaultValue("1") int hardDateDays,
        @NotNull @DefaultValue("1h") Duration escalateAfter) {}
