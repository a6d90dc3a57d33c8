package org.throughline.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.throughline.platform.Agencies;

/**
 * One chain a kind of caller, and a last one that refuses whatever no other chain names. Paths are matched as paths of
 * the request, not of a servlet: the engine's interface is a servlet of its own and would slip through.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String[] SANDBOX_CONTROLS = {
        "/sandbox/*/_state", "/sandbox/*/_fault", "/sandbox/*/_event", "/sandbox/carrier/_behavior"
    };

    private static final String[] LEARNING_PATHS = {
        "/api/triage/examples/**", "/api/triage/rules/**", "/api/triage/models/**", "/api/triage/try"
    };

    private static final String[] PEOPLE_PATHS = {"/api/staff", "/api/staff/**", "/api/partners", "/api/partners/**"};

    /** Everything about everybody in one file, and addresses that hear of it. */
    private static final String[] EXCHANGE_PATHS = {
        "/api/imports/**", "/api/exports/**", "/api/import-mappings/**", "/api/webhooks/**"
    };

    /** Without what is written, which analysts do not see. */
    private static final String[] LEDGER_LISTS = {"/api/outbound-writes", "/api/outbound-writes/counts"};

    /** Trying a text or a pattern is a POST and changes nothing. */
    private static final RequestMatcher TO_LOOK_AT_LEARNING = new OrRequestMatcher(
            paths(HttpMethod.GET, LEARNING_PATHS), paths(HttpMethod.POST, "/api/triage/try", "/api/triage/rules/try"));

    private static final RequestMatcher LEARNING = paths(LEARNING_PATHS);

    private final EngineAccounts accounts;
    private final IdentityService identity;
    private final ProblemEntryPoint problems;
    private final List<CallGuard> guards;
    private final Agencies agencies;

    SecurityConfiguration(
            EngineAccounts accounts,
            IdentityService identity,
            ProblemEntryPoint problems,
            List<CallGuard> guards,
            Agencies agencies) {
        this.accounts = accounts;
        this.identity = identity;
        this.problems = problems;
        this.guards = guards;
        this.agencies = agencies;
    }

    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return basic(http.securityMatcher(paths("/actuator", "/actuator/**")))
                .authorizeHttpRequests(
                        calls -> calls.requestMatchers(paths("/actuator/health/liveness", "/actuator/health/readiness"))
                                .permitAll()
                                .anyRequest()
                                .hasRole(Roles.ADMIN))
                .build();
    }

    /** The application's own interface, for people and systems by name and password and for the web applications' pages. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ProcessEngine engine) throws Exception {
        String[] inHouse = Roles.IN_HOUSE.toArray(String[]::new);
        return basic(http.securityMatcher(paths("/api", "/api/**")))
                .addFilterAfter(new WebAppSessionFilter(accounts, engine), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(calls -> calls.requestMatchers(paths("/api/reports/**"))
                        .hasAnyRole(Roles.MANAGER, Roles.ADMIN)
                        .requestMatchers(paths(EXCHANGE_PATHS))
                        .hasAnyRole(Roles.MANAGER, Roles.ADMIN)
                        .requestMatchers(paths("/api/license-checks/**"))
                        .hasAnyRole(Roles.MANAGER, Roles.COMPLIANCE, Roles.ADMIN)
                        .requestMatchers(TO_LOOK_AT_LEARNING)
                        .hasAnyRole(Roles.ANALYST, Roles.MANAGER, Roles.ADMIN)
                        .requestMatchers(LEARNING)
                        .hasAnyRole(Roles.ANALYST, Roles.ADMIN)
                        .requestMatchers(paths(HttpMethod.PUT, "/api/automation-levels/**"))
                        .hasAnyRole(Roles.MANAGER, Roles.ADMIN)
                        .requestMatchers(
                                paths("/api/automation-levels/**", "/api/decisions/**", "/api/form-mappings/**"))
                        .hasAnyRole(Roles.ANALYST, Roles.MANAGER, Roles.ADMIN)
                        .requestMatchers(paths("/api/intake/preview", "/api/openapi.json", "/api/openapi.json/**"))
                        .authenticated()
                        .requestMatchers(paths("/api/docs", "/api/docs/**", "/api/swagger-ui/**"))
                        .authenticated()
                        .requestMatchers(paths(HttpMethod.GET, LEDGER_LISTS))
                        .hasAnyRole(inHouseAnd(Roles.ANALYST))
                        .requestMatchers(paths(HttpMethod.GET, "/api/outbound-writes/**"))
                        .hasAnyRole(inHouse)
                        .requestMatchers(paths("/api/outbound-writes/**"))
                        .hasAnyRole(Roles.MANAGER, Roles.ADMIN)
                        .requestMatchers(paths(HttpMethod.GET, PEOPLE_PATHS))
                        .hasAnyRole(inHouse)
                        .requestMatchers(paths(PEOPLE_PATHS))
                        .hasAnyRole(Roles.MANAGER, Roles.ADMIN)
                        .requestMatchers(paths("/api/intake/**", "/api/inbound-items/**"))
                        .hasAnyRole(inHouse)
                        .requestMatchers(paths(HttpMethod.POST, "/api/requests/*/certificates/**"))
                        .hasAnyRole(Roles.CSR, Roles.PRODUCER, Roles.ASSISTANT, Roles.MANAGER, Roles.ADMIN)
                        .requestMatchers(paths(
                                "/api/requests/*/certificates",
                                "/api/requests/*/checks",
                                "/api/requests/*/submissions"))
                        .hasAnyRole(inHouse)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** The engine's interface; who may do what in it is the engine's authorizations. */
    @Bean
    @Order(3)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return basic(http.securityMatcher(paths("/engine-rest", "/engine-rest/**")))
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .build();
    }

    /** Tasklist, Cockpit and Admin keep their own login, token and headers. */
    @Bean
    @Order(4)
    SecurityFilterChain webApplications(HttpSecurity http, ProcessEngine engine) throws Exception {
        return http.securityMatcher(paths("/operaton", "/operaton/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .addFilterAfter(new WebAppAgencyFilter(agencies, engine), AuthorizationFilter.class)
                .build();
    }

    /** The controls beside the simulated vendors are the administrator's. */
    @Bean
    @Order(5)
    @Profile("sandbox")
    SecurityFilterChain sandboxControls(HttpSecurity http) throws Exception {
        return basic(http.securityMatcher(paths(SANDBOX_CONTROLS)))
                .authorizeHttpRequests(calls -> calls.anyRequest().hasRole(Roles.ADMIN))
                .build();
    }

    /** The simulated vendors have credentials of their own kind; HTTP Basic there is theirs and no login of ours. */
    @Bean
    @Order(6)
    @Profile("sandbox")
    SecurityFilterChain simulatedVendors(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths(
                        "/sandbox/nowcerts/**",
                        "/sandbox/hawksoft/**",
                        "/sandbox/epic/**",
                        "/sandbox/ezlynx/**",
                        "/sandbox/carrier/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    /** Other systems' calls carry a signature, which the endpoint itself checks; a login means nothing here. */
    @Bean
    @Order(7)
    SecurityFilterChain webhooks(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/webhooks", "/webhooks/**"))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.requestMatchers(paths(
                                HttpMethod.POST,
                                "/webhooks/twilio/voicemail",
                                "/webhooks/twilio/sms",
                                "/webhooks/forms/*",
                                "/webhooks/ezlynx",
                                "/webhooks/ezlynx/*"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(8)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return basic(http.securityMatcher(paths("/", "/favicon.ico", "/portal", "/portal/**")))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    /** Nothing else is there for anybody; only the container's own error pages pass. */
    @Bean
    @Order(9)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return basic(http)
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** The web applications' session belongs to them: a new id for each call would log a page out that makes two at once. */
    private HttpSecurity basic(HttpSecurity http) throws Exception {
        return http.authenticationProvider(accounts)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(SessionFixationConfigurer::none))
                .addFilterAfter(new AgencyFilter(agencies, problems), AuthorizationFilter.class)
                .addFilterAfter(new CallGuardFilter(guards, problems), AgencyFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identity), CallGuardFilter.class);
    }

    private static String[] inHouseAnd(String role) {
        return Stream.concat(Roles.IN_HOUSE.stream(), Stream.of(role)).toArray(String[]::new);
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(pattern -> withDefaults().matcher(pattern))
                .toList());
    }

    private static RequestMatcher paths(HttpMethod method, String... patterns) {
        RequestMatcher anyMethod = paths(patterns);
        return (HttpServletRequest request) -> method.matches(request.getMethod()) && anyMethod.matches(request);
    }
}
