package org.throughline.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookPropertiesTest {

    private static WebhookProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("throughline.intake.webhooks", WebhookProperties.class);
    }

    @Test
    void isClosedWhereVariablesAreEmpty() {
        WebhookProperties properties = bound(Map.of(
                "throughline.intake.webhooks.public-base-url", "",
                "throughline.intake.webhooks.twilio.auth-token", "",
                "throughline.intake.webhooks.forms.secrets", ""));

        assertThat(properties.publicBaseUrl()).isNull();
        assertThat(properties.twilio().configured()).isFalse();
        assertThat(properties.forms().configured()).isFalse();
    }

    @Test
    void readsSeveralSecrets() {
        WebhookProperties properties = bound(Map.of(
                "throughline.intake.webhooks.forms.secrets", "old,new",
                "throughline.intake.webhooks.twilio.auth-token", "key"));

        assertThat(properties.forms().secrets()).containsExactly("old", "new");
        assertThat(properties.forms().tolerance()).isEqualTo(Duration.ofMinutes(5));
        assertThat(properties.twilio().configured()).isTrue();
    }
}
