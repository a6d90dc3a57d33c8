package org.throughline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks the guards before a call goes on; the first that refuses is enough. */
class CallGuardFilter extends OncePerRequestFilter {

    private final List<CallGuard> guards;
    private final ProblemEntryPoint problems;

    CallGuardFilter(List<CallGuard> guards, ProblemEntryPoint problems) {
        this.guards = guards;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && guards.stream().anyMatch(guard -> !guard.allows(caller, request))) {
            problems.handle(request, response, new AccessDeniedException("A guard refuses the call"));
            return;
        }
        chain.doFilter(request, response);
    }
}
