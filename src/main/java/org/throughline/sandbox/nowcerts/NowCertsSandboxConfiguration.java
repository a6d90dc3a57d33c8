package org.throughline.sandbox.nowcerts;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts the gate before the simulated API. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class NowCertsSandboxConfiguration {

    @Bean
    FilterRegistrationBean<NowCertsGate> nowCertsGate(NowCertsLogins logins, NowCertsSandboxProperties properties) {
        FilterRegistrationBean<NowCertsGate> gate =
                new FilterRegistrationBean<>(new NowCertsGate(logins, properties.slowness()));
        gate.addUrlPatterns("/sandbox/nowcerts/api/*");
        return gate;
    }
}
