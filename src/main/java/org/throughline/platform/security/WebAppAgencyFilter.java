package org.throughline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.webapp.impl.security.auth.Authentications;
import org.operaton.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;

/** Has what Tasklist, Cockpit and Admin call work for the agency of whoever is logged in there. */
class WebAppAgencyFilter extends OncePerRequestFilter {

    private final Agencies agencies;
    private final String engineName;

    WebAppAgencyFilter(Agencies agencies, ProcessEngine engine) {
        this.agencies = agencies;
        this.engineName = engine.getName();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AgencyScope scope = AgencyScope.remember();
        own(request).ifPresent(AgencyScope::change);
        try {
            chain.doFilter(request, response);
        } finally {
            scope.close();
        }
    }

    private Optional<Agency> own(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(WebAppSessionFilter.LOGINS))
                .map(logins -> logins instanceof Authentications known
                        ? known.getAuthenticationForProcessEngine(engineName)
                        : null)
                .map(login -> login instanceof UserAuthentication user ? user.getTenantIds() : null)
                .flatMap(this::first);
    }

    private Optional<Agency> first(List<String> tenants) {
        return agencies.all().stream()
                .filter(agency -> tenants.contains(agency.tenant()))
                .findFirst();
    }
}
