package org.throughline.sandbox.ezlynx;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The network before the vendor, which turns away callers without a name and some libraries' default names, and the
 * vendor's web servers, which do not tell capitals in addresses apart.
 */
class EzLynxEdge extends OncePerRequestFilter {

    static final String ROOT = "/sandbox/ezlynx/";

    private static final String CALLED = EzLynxEdge.class.getName() + ".called";

    /** The simulator's own controls, which begin with an underscore. */
    static boolean isControl(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ROOT + "_");
    }

    /** The request with its address as the caller wrote it. */
    static HttpServletRequest asCalled(HttpServletRequest request) {
        return request.getAttribute(CALLED) instanceof HttpServletRequest called ? called : request;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isControl(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String agent = request.getHeader("User-Agent");
        if (agent == null || agent.isBlank() || agent.toLowerCase(Locale.ROOT).startsWith("python-urllib")) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain");
            response.getOutputStream().write("error code: 1010".getBytes(StandardCharsets.UTF_8));
            return;
        }
        request.setAttribute(CALLED, request);
        chain.doFilter(new AnyCase(request), response);
    }

    private static final class AnyCase extends HttpServletRequestWrapper {

        AnyCase(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return super.getRequestURI().toLowerCase(Locale.ROOT);
        }

        @Override
        public String getServletPath() {
            return super.getServletPath().toLowerCase(Locale.ROOT);
        }
    }
}
