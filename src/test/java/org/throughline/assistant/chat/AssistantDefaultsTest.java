package org.throughline.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.throughline.assistant.Assistant;
import org.throughline.platform.vendor.VendorClients;

/** The application's own settings, as they are shipped. */
class AssistantDefaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "production"})
    void nobodyIsAskedUnlessTheAgencySaysSo(String profile) {
        application(profile).run(context -> {
            assertThat(context.getBean(Assistant.class).isOn()).isFalse();
            assertThat(context.getBean(AssistantProperties.class).timeLimit()).isEqualTo(Duration.ofSeconds(4));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://localhost:1/v1"})
    void anEmptyAddressIsNone(String address) {
        application("sandbox")
                .withPropertyValues("throughline.assistant.base-url=" + address, "throughline.assistant.model=gpt-test")
                .run(context ->
                        assertThat(context.getBean(Assistant.class).isOn()).isEqualTo(!address.isEmpty()));
    }

    private static ApplicationContextRunner application(String profile) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=" + profile)
                .withUserConfiguration(Wiring.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AssistantProperties.class)
    @Import({ChatAssistant.class, VendorClients.class})
    static class Wiring {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
