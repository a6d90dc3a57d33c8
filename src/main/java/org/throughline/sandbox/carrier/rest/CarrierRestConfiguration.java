package org.throughline.sandbox.carrier.rest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.throughline.sandbox.carrier.CarrierSandboxProperties;
import org.throughline.sandbox.vendor.Simulator;

/** Puts the gate before the carriers' REST interfaces. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class CarrierRestConfiguration {

    @Bean
    FilterRegistrationBean<CarrierRestGate> carrierRestGate(
            Simulator carrierSimulator, CarrierRestLogins logins, CarrierSandboxProperties properties) {
        FilterRegistrationBean<CarrierRestGate> gate =
                new FilterRegistrationBean<>(new CarrierRestGate(carrierSimulator, logins, properties.slowness()));
        gate.addUrlPatterns("/sandbox/carrier/*");
        return gate;
    }
}
