package org.throughline.intake.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.throughline.intake.portal.PortalProperties;
import org.throughline.platform.Agencies;
import org.throughline.platform.AgenciesByKey;
import org.throughline.platform.AgencyScope;

/** Has a call of the portal work for the agency whose host name it came by. */
@Component
class PortalAgencies implements HandlerInterceptor {

    private static final String SCOPE = PortalAgencies.class.getName();

    private final AgenciesByKey byHost;

    PortalAgencies(Agencies agencies, PortalProperties properties) {
        Map<String, List<String>> hosts = new HashMap<>();
        properties.branches().forEach((tenant, own) -> hosts.put(tenant, own.hosts()));
        this.byHost = new AgenciesByKey(
                agencies, hosts, host -> host.strip().toLowerCase(Locale.ROOT), "throughline.portal.branches");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(SCOPE, AgencyScope.enter(byHost.of(request.getServerName())));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(SCOPE) instanceof AgencyScope scope) {
            scope.close();
        }
    }
}
