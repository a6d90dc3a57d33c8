package org.throughline.assistant.chat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.platform.vendor.VendorSettings;

/**
 * How a language model outside is reached.
 *
 * @param baseUrl what stands before {@code /chat/completions}, such as {@code https://api.openai.com/v1}; absent or
 *     empty means that nobody is asked
 * @param apiKey sent as bearer token; empty for a server that wants none
 * @param model the provider's name of the model; needed with an address
 * @param timeLimit after this long a question has no answer
 * @param breakerWait how long nobody is asked after too many failures
 * @param questionsAtOnce a further question has no answer
 */
@Validated
@ConfigurationProperties("throughline.assistant")
record AssistantProperties(
        @Nullable URI baseUrl,
        @DefaultValue("") @NotNull String apiKey,
        @DefaultValue("") @NotNull String model,
        @DefaultValue("4s") @NotNull Duration timeLimit,
        @DefaultValue("60s") @NotNull Duration breakerWait,

        @DefaultValue("8") @Min(1) @Max(64) int questionsAtOnce) {

    boolean isOn() {
        return baseUrl != null && !baseUrl.toString().isBlank();
    }

    @AssertTrue(message = "throughline.assistant.model must name a model where throughline.assistant.base-url is set")
    boolean isModelNamed() {
        return !isOn() || !model.isBlank();
    }

    @AssertTrue(message = "throughline.assistant.time-limit must lie between 0.2 and 30 seconds")
    boolean isTimeLimitSensible() {
        return timeLimit.toMillis() >= 200 && timeLimit.toMillis() <= 30_000;
    }

    /** A quarter of the time to connect, the rest to answer. */
    VendorSettings vendor(URI address) {
        Duration connect = timeLimit.dividedBy(4);
        return new VendorSettings(address, connect, timeLimit.minus(connect), breakerWait);
    }
}
