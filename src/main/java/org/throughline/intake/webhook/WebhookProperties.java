package org.throughline.intake.webhook;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How other systems prove who they are.
 *
 * @param publicBaseUrl the address that callers use, such as {@code https://agency.example}; without it, the address
 *     of the request itself is taken
 * @param largestBody size above which a call is refused
 */
@Validated
@ConfigurationProperties("throughline.intake.webhooks")
record WebhookProperties(
        @Nullable URI publicBaseUrl,
        @NotNull @DefaultValue("12MB") DataSize largestBody,
        @NotNull @DefaultValue Twilio twilio,
        @NotNull @DefaultValue Forms forms) {

    /**
     * The telephony provider.
     *
     * @param authToken key of its signatures; empty where there is no such provider
     * @param branches numbers of the agencies beside the main one, by tenant
     */
    record Twilio(
            @DefaultValue("") String authToken,
            @NotNull @DefaultValue Map<String, Numbers> branches) {

        /** The telephone numbers of an agency. */
        record Numbers(@NotEmpty List<String> numbers) {}

        boolean configured() {
            return !authToken.isBlank();
        }
    }

    /**
     * The form providers.
     *
     * @param secrets keys of their signatures, each as good as the others, so that one can be replaced without a gap
     * @param tolerance how far a signature's time may be from ours; no signature counts twice meanwhile
     * @param branches forms of the agencies beside the main one, by tenant
     */
    record Forms(
            @DefaultValue List<String> secrets,
            @NotNull @DefaultValue("5m") Duration tolerance,
            @NotNull @DefaultValue Map<String, FormIds> branches) {

        /** The forms of an agency, by the id in their address. */
        record FormIds(@NotEmpty List<String> ids) {}

        boolean configured() {
            return secrets.stream().anyMatch(secret -> !secret.isBlank());
        }
    }
}
