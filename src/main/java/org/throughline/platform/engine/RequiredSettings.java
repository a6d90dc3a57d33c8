package org.throughline.platform.engine;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Stops a production start that lacks a secret, with one sentence that names every variable missing. The names stand in
 * {@code throughline.required-variables}.
 */
public class RequiredSettings implements EnvironmentPostProcessor, Ordered {

    private static final String NAMES = "throughline.required-variables";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
            throw new IllegalStateException(
                    "The profiles production and sandbox exclude each other. Start with production alone.");
        }
        List<String> missing = Arrays.stream(environment.getProperty(NAMES, "").split(","))
                .map(String::strip)
                .filter(name ->
                        !name.isEmpty() && environment.getProperty(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Throughline cannot start in production: set the environment variable"
                    + (missing.size() > 1 ? "s " : " ") + String.join(", ", missing) + ".");
        }
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
