package org.throughline.partner.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.partner.PartnerAccess;
import org.throughline.platform.security.CallGuard;
import org.throughline.platform.security.Caller;
import org.throughline.platform.security.Roles;

/**
 * What partners may call. A partner's own system takes work from the engine by external tasks and does nothing else there;
 * the engine's authorizations leave it no tasks but its own. People of partners see their work and their requests. Whatever
 * is not named here is closed to them, so that a new path is not open by mistake.
 */
@Component
class PartnerCalls implements CallGuard {

    private static final List<Pattern> WORKING = List.of(
            Pattern.compile("POST /engine-rest/external-task/fetchAndLock"),
            Pattern.compile("POST /engine-rest/external-task/[A-Za-z0-9-]+"
                    + "/(complete|failure|bpmnError|extendLock|unlock)"));

    private static final List<Pattern> READING = List.of(
            Pattern.compile("(GET|POST) /api/partner/work(/[A-Za-z0-9-]+)*"),
            Pattern.compile("GET /api/requests"),
            Pattern.compile("GET /api/requests/SR-[0-9-]+(/documents(/[A-Za-z0-9-]+(/preview)?)?)?"),
            Pattern.compile("GET /api/(openapi\\.json|docs|swagger-ui)(/[A-Za-z0-9._-]+)*"));

    private final PartnerAccess access;

    PartnerCalls(PartnerAccess access) {
        this.access = access;
    }

    @Override
    public boolean allows(Caller caller, HttpServletRequest request) {
        if (caller.groups().stream().anyMatch(Roles.IN_HOUSE::contains)
                || caller.groups().contains(Roles.ANALYST)) {
            return true;
        }
        String call = request.getMethod() + " " + request.getRequestURI();
        if (access.system(caller.userId()).isPresent()) {
            return isOne(WORKING, call) || isOne(READING, call);
        }
        return !caller.isPartner() || request.getRequestURI().startsWith("/engine-rest/") || isOne(READING, call);
    }

    private static boolean isOne(List<Pattern> calls, String call) {
        return calls.stream().anyMatch(pattern -> pattern.matcher(call).matches());
    }
}
