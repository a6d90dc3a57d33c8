package org.throughline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CostPropertiesTest {

    private static CostProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("throughline.reporting.cost", CostProperties.class);
    }

    @Test
    void knowsNoRateUntilOneIsGiven() {
        CostProperties properties = bound(Map.of());

        assertThat(properties.hourlyRates()).isEmpty();
        assertThat(properties.currency()).isEqualTo("USD");
        assertThat(properties.longestTask()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void readsTheRatesOfRoles() {
        CostProperties properties = bound(Map.of(
                "throughline.reporting.cost.currency", "CAD",
                "throughline.reporting.cost.longest-task", "90m",
                "throughline.reporting.cost.hourly-rates.csr", "38.50"));

        assertThat(properties.hourlyRates()).containsExactly(Map.entry("csr", new BigDecimal("38.50")));
        assertThat(properties.currency()).isEqualTo("CAD");
        assertThat(properties.longestTask()).isEqualTo(Duration.ofMinutes(90));
    }
}
