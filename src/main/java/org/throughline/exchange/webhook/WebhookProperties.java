package org.throughline.exchange.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages go out to other systems.
 *
 * @param allowHttp whether addresses may be without TLS; for practice
 * @param allowPrivate whether addresses may be inside our own network, such as a CRM that stands beside us
 * @param lookInterval pause between two looks for messages that are due
 * @param connectTimeout for the connection
 * @param timeout for all of an attempt
 * @param keep how long finished messages can be looked at
 */
@Validated
@ConfigurationProperties("throughline.webhooks")
public record WebhookProperties(
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("false") boolean allowPrivate,
        @NotNull @DefaultValue("5s") Duration lookInterval,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("15s") Duration timeout,
        @NotNull @DefaultValue("30d") Duration keep) {}
