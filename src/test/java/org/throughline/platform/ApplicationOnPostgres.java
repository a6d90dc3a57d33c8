package org.throughline.platform;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Runs the whole-application tests on PostgreSQL with {@code -Dthroughline.test.database=postgresql}. */
public class ApplicationOnPostgres implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (TestDatabase.POSTGRES) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "postgresql",
                            Map.of(
                                    "spring.datasource.url",
                                    TestPostgres.database(),
                                    "spring.datasource.username",
                                    TestPostgres.USER,
                                    "spring.flyway.placeholders.blob",
                                    "bytea")));
        }
    }

    /** After everything that a test sets. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
