package org.throughline.sandbox.carrier;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.Simulator;

/** One simulated system for all carriers. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class CarrierSandboxConfiguration {

    @Bean
    Simulator carrierSimulator(Clock clock, PracticeBook book) {
        return new Simulator("carrier", clock, book);
    }
}
