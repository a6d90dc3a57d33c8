package org.throughline.sandbox.epic;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.Simulator;

/** Puts the gate before the simulated API. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class EpicSandboxConfiguration implements WebMvcConfigurer {

    @Bean
    Simulator epicSimulator(Clock clock, PracticeBook book) {
        return new Simulator("epic", clock, book);
    }

    @Bean
    FilterRegistrationBean<EpicGate> epicGate(
            Simulator epicSimulator, EpicLogins logins, EpicSandboxProperties properties) {
        FilterRegistrationBean<EpicGate> gate =
                new FilterRegistrationBean<>(new EpicGate(epicSimulator, logins, properties.slowness()));
        gate.addUrlPatterns(
                "/sandbox/epic/v1/*",
                "/sandbox/epic/epic/*",
                "/sandbox/epic/workflow-management/*",
                "/sandbox/epic/files/*");
        return gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new EpicGate.Scopes()).addPathPatterns("/sandbox/epic/**");
    }
}
