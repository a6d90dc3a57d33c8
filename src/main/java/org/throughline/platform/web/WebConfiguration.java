package org.throughline.platform.web;

import com.fasterxml.jackson.databind.Module;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughline.platform.text.Storable;

/** The way in from {@code /}, and the description of the interface under {@code /api/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String BASIC = "basic";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/operaton/app/tasklist/default/");
    }

    /** Stands before everything that asks the database. */
    @Bean
    FilterRegistrationBean<DatabaseAwayFilter> databaseAway(ProblemAnswer problems) {
        FilterRegistrationBean<DatabaseAwayFilter> filter =
                new FilterRegistrationBean<>(new DatabaseAwayFilter(problems));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 2);
        return filter;
    }

    /** Stands before the login, so that a flood costs no more than its answer. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimit(RateLimitProperties limits, ProblemAnswer problems) {
        FilterRegistrationBean<RateLimitFilter> filter =
                new FilterRegistrationBean<>(new RateLimitFilter(new TokenBuckets(limits, System::nanoTime), problems));
        filter.setUrlPatterns(limits.paths());
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    @Bean
    Module storableTexts() {
        return Storable.json();
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Throughline")
                        .version("1")
                        .description(
                                "Intake, service requests, documents, reports and people of an agency. Who is a member of"
                                        + " several agencies names one by its tenant in the header X-Agency."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
