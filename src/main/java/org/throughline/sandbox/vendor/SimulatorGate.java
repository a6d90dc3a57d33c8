package org.throughline.sandbox.vendor;

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

/** Stands before a simulated API: asks for its credential and plays the fault that is set. */
public abstract class SimulatorGate extends OncePerRequestFilter {

    private static final long STEP = 50;

    private final Simulator simulator;
    private final Duration slowness;

    /** @param slowness how long the fault {@code slow} holds an answer back */
    protected SimulatorGate(Simulator simulator, Duration slowness) {
        this.simulator = simulator;
        this.slowness = slowness;
    }

    /** Whether the call may pass: it logs in, or it carries a credential that is good. */
    protected abstract boolean admits(HttpServletRequest request);

    /** The vendor's own answer to a bad credential. */
    protected abstract void refuse(HttpServletResponse response) throws IOException;

    /** The vendor's own answer where it fails with HTTP 500. */
    protected abstract void fail(HttpServletResponse response) throws IOException;

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Fault fault = simulator.fault();
        if (fault == Fault.DOWN) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (fault == Fault.TOO_MANY) {
            response.setStatus(429);
            response.setHeader("Retry-After", "2");
            return;
        }
        if (!admits(request)) {
            refuse(response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        play(fault, request.getAttribute(Simulator.EFFECT) != null, answer, response);
    }

    private void play(Fault fault, boolean effect, ContentCachingResponseWrapper answer, HttpServletResponse response)
            throws IOException {
        switch (fault) {
            case SLOW -> {
                linger();
                answer.copyBodyToResponse();
            }
            case ERROR_AFTER_EFFECT, HALF_WRITTEN -> {
                if (effect) {
                    answer.resetBuffer();
                    fail(response);
                } else {
                    answer.copyBodyToResponse();
                }
            }
            case MALFORMED -> {
                byte[] whole = answer.getContentAsByteArray();
                String type = answer.getContentType() == null ? "application/json" : answer.getContentType();
                answer.resetBuffer();
                byte[] cut = Arrays.copyOf(whole, whole.length / 2);
                answer(response, 200, type, new String(cut, StandardCharsets.UTF_8));
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
            while (simulator.fault() == Fault.SLOW && System.nanoTime() < until) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes an answer. */
    protected static void answer(HttpServletResponse response, int status, String type, String body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
