package org.throughline.ams.epic;

import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.ams.AmsSystem;
import org.throughline.platform.vendor.VendorClients;

/** Wires the adapter: one login shared by all calls. */
@OnEpic
@Configuration(proxyBeanMethods = false)
class EpicConfiguration {

    static final String VENDOR = "Applied Epic";

    /** The vendor documents neither coverages nor further parties nor certificates. */
    @Bean
    AmsSystem epicSystem() {
        return AmsSystem.of(VENDOR, Set.of());
    }

    @Bean
    EpicApi epicApi(VendorClients clients, EpicProperties properties, Clock clock) {
        EpicTokens tokens = clients.create(VENDOR + " login", EpicTokens.class, properties.at(properties.tokens()));
        return clients.create(
                VENDOR,
                EpicApi.class,
                properties.vendor(),
                new EpicSession(tokens, properties, clock),
                new EpicProblems());
    }
}
