package org.throughline.platform.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one address may call the endpoints that need no login.
 *
 * @param paths servlet path patterns that are limited, such as {@code /webhooks/*}
 * @param burst calls that an address may make at once
 * @param perSecond calls a second that it may make for good
 * @param addresses addresses remembered; the one unheard for longest is forgotten first
 */
@Validated
@ConfigurationProperties("throughline.rate-limit")
record RateLimitProperties(
        @NotNull @DefaultValue("/webhooks/*") List<String> paths,
        @Positive @DefaultValue("120") int burst,
        @Positive @DefaultValue("10") int perSecond,
        @Positive @DefaultValue("10000") int addresses) {}
