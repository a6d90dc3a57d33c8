package org.throughline.sandbox.hawksoft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Every call names a version that is known and, where it names an agency, one that opted in. */
class HawkSoftCallCheck implements HandlerInterceptor {

    private final HawkSoftSandboxProperties properties;

    HawkSoftCallCheck(HawkSoftSandboxProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String version = request.getParameter("version");
        if (version == null || !properties.versions().contains(version)) {
            throw HawkSoftRefusal.badRequest("The query parameter version must be one of " + properties.versions());
        }
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object agency = variables instanceof Map<?, ?> named ? named.get("agencyId") : null;
        if (agency != null && !agency.equals(String.valueOf(properties.agencyId()))) {
            throw new HawkSoftRefusal(HttpStatus.FORBIDDEN, "The requested agency is not available to the vendor");
        }
        return true;
    }
}
