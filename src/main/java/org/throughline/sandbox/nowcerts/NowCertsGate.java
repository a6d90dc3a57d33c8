package org.throughline.sandbox.nowcerts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Stands before the simulated API: asks for its bearer token and plays the fault that is set. */
class NowCertsGate extends OncePerRequestFilter {

    /** Request attribute that a write sets once it has taken effect. */
    static final String EFFECT = "nowcerts.effect";

    private static final long STEP = 50;

    private final NowCertsLogins logins;
    private final Duration slowness;

    NowCertsGate(NowCertsLogins logins, Duration slowness) {
        this.logins = logins;
        this.slowness = slowness;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Fault fault = logins.fault();
        if (fault == Fault.DOWN) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (fault == Fault.TOO_MANY) {
            response.setStatus(429);
            response.setHeader("Retry-After", "2");
            return;
        }
        boolean token = request.getRequestURI().endsWith("/token");
        if (!token && !logins.admits(request.getHeader("Authorization"))) {
            answer(
                    response,
                    401,
                    "application/json",
                    "{\"message\":\"Authorization has been denied for this request.\"}");
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        boolean effect = request.getAttribute(EFFECT) != null;
        switch (fault) {
            case SLOW -> {
                linger();
                answer.copyBodyToResponse();
            }
            case ERROR_AFTER_EFFECT, HALF_WRITTEN -> {
                if (effect) {
                    answer.resetBuffer();
                    answer(response, 500, "application/json", "{\"message\":\"An error has occurred.\"}");
                } else {
                    answer.copyBodyToResponse();
                }
            }
            case MALFORMED -> {
                byte[] whole = answer.getContentAsByteArray();
                answer.resetBuffer();
                byte[] cut = Arrays.copyOf(whole, whole.length / 2);
                answer(response, 200, "application/json", new String(cut, StandardCharsets.UTF_8));
            }
            case WRONG_CONTENT_TYPE -> {
                answer.resetBuffer();
                answer(response, 200, "text/html", "<html><body>Maintenance window</body></html>");
            }
            case NONE, STALE_TOKEN, DOWN, TOO_MANY -> answer.copyBodyToResponse();
        }
    }

    /** Holds the answer back, but no longer than the fault lasts. */
    private void linger() {
        long until = System.nanoTime() + slowness.toNanos();
        try {
            while (logins.fault() == Fault.SLOW && System.nanoTime() < until) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
