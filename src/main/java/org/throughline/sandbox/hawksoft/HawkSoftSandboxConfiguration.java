package org.throughline.sandbox.hawksoft;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.Simulator;

/** Puts the gate, and behind it the check of version and agency, before the simulated API. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class HawkSoftSandboxConfiguration {

    @Bean
    Simulator hawkSoftSimulator(Clock clock, PracticeBook book) {
        return new Simulator("hawksoft", clock, book);
    }

    @Bean
    FilterRegistrationBean<HawkSoftGate> hawkSoftGate(
            Simulator hawkSoftSimulator, HawkSoftCredential credential, HawkSoftSandboxProperties properties) {
        FilterRegistrationBean<HawkSoftGate> gate =
                new FilterRegistrationBean<>(new HawkSoftGate(hawkSoftSimulator, credential, properties.slowness()));
        gate.addUrlPatterns("/sandbox/hawksoft/vendor/*");
        return gate;
    }

    @Bean
    WebMvcConfigurer hawkSoftCallCheck(HawkSoftSandboxProperties properties) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HawkSoftCallCheck(properties))
                        .addPathPatterns("/sandbox/hawksoft/vendor/**");
            }
        };
    }
}
