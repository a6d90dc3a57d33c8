package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTest {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("throughline.required-variables", "DB_URL, DB_PASSWORD");

    @Test
    void namesEveryVariableThatIsMissingInProduction() {
        environment.setActiveProfiles("production");
        environment.setProperty("DB_URL", "jdbc:postgresql://db/throughline");

        assertThatThrownBy(this::start)
                .hasMessage("Throughline cannot start in production: set the environment variable DB_PASSWORD.");
    }

    @Test
    void refusesThePracticeAgencyInProduction() {
        environment.setActiveProfiles("production", "sandbox");

        assertThatThrownBy(this::start).hasMessageContaining("exclude each other");
    }

    @Test
    void asksForNothingInPractice() {
        environment.setActiveProfiles("sandbox");

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    private void start() {
        new RequiredSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
