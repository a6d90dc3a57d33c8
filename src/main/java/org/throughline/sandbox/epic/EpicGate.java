package org.throughline.sandbox.epic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorGate;

/** Asks for the simulated API's bearer token; addresses of files carry a credential of their own. */
class EpicGate extends SimulatorGate {

    private static final String ROOT = "/sandbox/epic";
    private static final String SCOPES = EpicGate.class.getName() + ".scopes";

    private final EpicLogins logins;

    EpicGate(Simulator simulator, EpicLogins logins, Duration slowness) {
        super(simulator, slowness);
        this.logins = logins;
    }

    @Override
    protected boolean admits(HttpServletRequest request) {
        String path = path(request);
        if (path.startsWith("/v1/auth/") || path.startsWith("/files/")) {
            return true;
        }
        Set<String> scopes = logins.scopes(request.getHeader("Authorization"));
        request.setAttribute(SCOPES, scopes);
        return scopes != null;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(ROOT.length());
    }

    @Override
    protected void refuse(HttpServletResponse response) throws IOException {
        answer(response, 401, EpicHal.PROBLEM, """
                {"type":"https://datatracker.ietf.org/doc/html/rfc7235#section-3.1","title":"Unauthorized",\
                "status":401,"detail":"You are not authorized to access this resource"}""");
    }

    @Override
    protected void fail(HttpServletResponse response) throws IOException {
        answer(response, 500, EpicHal.PROBLEM, """
                {"type":"https://datatracker.ietf.org/doc/html/rfc7231#section-6.6.1",\
                "title":"Internal Server Error","status":500,"detail":"An unexpected error occurred"}""");
    }

    /** Refuses a call that the token's scopes do not cover. */
    static class Scopes implements HandlerInterceptor {

        @Override
        @SuppressWarnings("unchecked")
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Set<String> granted = (Set<String>) request.getAttribute(SCOPES);
            if (granted != null && !EpicScopes.suffice(granted, request.getMethod(), path(request))) {
                throw new EpicProblem(403, "Forbidden", "You are forbidden to access this resource", List.of());
            }
            return true;
        }
    }
}
