package org.throughline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.operaton.bpm.engine.authorization.Groups;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;

/**
 * Has a call work for the caller's agency. Who is a member of several names one in {@code X-Agency}, or means the main one, or
 * the first; an administrator may name any.
 */
class AgencyFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Agency";

    private final Agencies agencies;
    private final ProblemEntryPoint problems;

    AgencyFilter(Agencies agencies, ProblemEntryPoint problems) {
        this.agencies = agencies;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
            chain.doFilter(request, response);
            return;
        }
        String asked = request.getHeader(HEADER);
        Optional<Agency> agency = asked == null ? usual(caller) : asked(caller, asked.strip());
        if (agency.isEmpty()) {
            problems.refuse(
                    request,
                    response,
                    asked == null
                            ? "You are a member of no agency here. Ask an administrator."
                            : "You are not a member of the agency that the header " + HEADER
                                    + " names. Leave it out, or ask an administrator.");
            return;
        }
        AgencyScope scope = AgencyScope.enter(agency.get());
        try {
            chain.doFilter(request, response);
        } finally {
            scope.close();
        }
    }

    private Optional<Agency> asked(Caller caller, String tenant) {
        return agencies.find(tenant)
                .filter(agency -> isAdministrator(caller) || caller.tenants().contains(agency.tenant()));
    }

    /** Where there is one agency only, everybody works for it. */
    private Optional<Agency> usual(Caller caller) {
        Optional<Agency> own = agencies.all().stream()
                .filter(agency -> caller.tenants().contains(agency.tenant()))
                .findFirst();
        return own.isEmpty() && (isAdministrator(caller) || agencies.all().size() == 1)
                ? Optional.of(agencies.main())
                : own;
    }

    private static boolean isAdministrator(Caller caller) {
        return caller.groups().contains(Roles.ADMIN) || caller.groups().contains(Groups.OPERATON_ADMIN);
    }
}
