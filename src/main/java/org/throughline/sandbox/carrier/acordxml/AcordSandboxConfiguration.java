package org.throughline.sandbox.carrier.acordxml;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.throughline.sandbox.carrier.CarrierSandboxProperties;
import org.throughline.sandbox.vendor.Simulator;

/** Puts the gate before the addresses of the carriers that take ACORD XML. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class AcordSandboxConfiguration {

    @Bean
    FilterRegistrationBean<AcordGate> acordGate(
            Simulator carrierSimulator, CarrierSandboxProperties properties, AcordCarriers carriers) {
        FilterRegistrationBean<AcordGate> gate =
                new FilterRegistrationBean<>(new AcordGate(carrierSimulator, properties.slowness()));
        carriers.codes().forEach(code -> gate.addUrlPatterns("/sandbox/carrier/" + code + "/acord"));
        return gate;
    }
}
