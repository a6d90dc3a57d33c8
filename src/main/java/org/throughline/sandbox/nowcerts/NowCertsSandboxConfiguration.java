package org.throughline.sandbox.nowcerts;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.Simulator;

/** Puts the gate before the simulated API. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class NowCertsSandboxConfiguration {

    @Bean
    Simulator nowCertsSimulator(Clock clock, PracticeBook book) {
        return new Simulator("nowcerts", clock, book);
    }

    @Bean
    FilterRegistrationBean<NowCertsGate> nowCertsGate(
            Simulator nowCertsSimulator, NowCertsLogins logins, NowCertsSandboxProperties properties) {
        FilterRegistrationBean<NowCertsGate> gate =
                new FilterRegistrationBean<>(new NowCertsGate(nowCertsSimulator, logins, properties.slowness()));
        gate.addUrlPatterns("/sandbox/nowcerts/api/*");
        return gate;
    }

    @Bean
    FilterRegistrationBean<NowCertsForms> nowCertsForms() {
        FilterRegistrationBean<NowCertsForms> forms = new FilterRegistrationBean<>(new NowCertsForms());
        forms.addUrlPatterns("/sandbox/nowcerts/api/*");
        return forms;
    }
}
