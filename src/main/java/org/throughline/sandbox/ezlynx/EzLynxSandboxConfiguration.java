package org.throughline.sandbox.ezlynx;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.Simulator;

/** Puts the vendor's network and its gate before the simulated API. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class EzLynxSandboxConfiguration {

    private static final String EVERYTHING = "/sandbox/ezlynx/*";

    @Bean
    Simulator ezLynxSimulator(Clock clock, PracticeBook book) {
        return new Simulator("ezlynx", clock, book);
    }

    @Bean
    FilterRegistrationBean<EzLynxEdge> ezLynxEdge() {
        FilterRegistrationBean<EzLynxEdge> edge = new FilterRegistrationBean<>(new EzLynxEdge());
        edge.addUrlPatterns(EVERYTHING);
        edge.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return edge;
    }

    @Bean
    FilterRegistrationBean<EzLynxGate> ezLynxGate(
            Simulator ezLynxSimulator, EzLynxLogins logins, EzLynxSandboxProperties properties) {
        FilterRegistrationBean<EzLynxGate> gate =
                new FilterRegistrationBean<>(new EzLynxGate(ezLynxSimulator, logins, properties.slowness()));
        gate.addUrlPatterns(EVERYTHING);
        gate.setOrder(Ordered.LOWEST_PRECEDENCE);
        return gate;
    }
}
