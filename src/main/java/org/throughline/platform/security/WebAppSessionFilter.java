package org.throughline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.webapp.impl.security.auth.Authentications;
import org.operaton.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.operaton.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever is logged in to Tasklist or Cockpit call the application's interface from there. A call that changes
 * something must carry the web applications' token ({@code X-XSRF-TOKEN}), as their own calls do.
 *
 * @see CsrfPreventionFilter
 */
class WebAppSessionFilter extends OncePerRequestFilter {

    /** Name under which the web applications keep their logins in the session. */
    static final String LOGINS = "authenticatedUser";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final EngineAccounts accounts;
    private final String engineName;

    WebAppSessionFilter(EngineAccounts accounts, ProcessEngine engine) {
        this.accounts = accounts;
        this.engineName = engine.getName();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            Optional.ofNullable(request.getSession(false))
                    .filter(session -> READING.contains(request.getMethod()) || carriesToken(request, session))
                    .flatMap(this::loggedInUser)
                    .flatMap(accounts::known)
                    .ifPresent(caller -> {
                        var context = SecurityContextHolder.createEmptyContext();
                        context.setAuthentication(caller);
                        SecurityContextHolder.setContext(context);
                    });
        }
        chain.doFilter(request, response);
    }

    private Optional<String> loggedInUser(HttpSession session) {
        return session.getAttribute(LOGINS) instanceof Authentications logins
                ? Optional.ofNullable(logins.getAuthenticationForProcessEngine(engineName))
                        .map(login -> login.getIdentityId())
                : Optional.empty();
    }

    private static boolean carriesToken(HttpServletRequest request, HttpSession session) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return sent != null
                && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String expected
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
