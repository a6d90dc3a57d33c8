package org.throughline.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses with 429 whoever calls an open endpoint too often; an IPv6 caller is known by its network (/64). */
class RateLimitFilter extends OncePerRequestFilter {

    private static final int NETWORK_GROUPS = 4;

    private final TokenBuckets buckets;
    private final ObjectMapper json;

    RateLimitFilter(TokenBuckets buckets, ObjectMapper json) {
        this.buckets = buckets;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = buckets.take(network(request.getRemoteAddr()));
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.TOO_MANY_REQUESTS.getReasonPhrase());
        problem.put("status", HttpStatus.TOO_MANY_REQUESTS.value());
        problem.put("detail", "Too many calls from this address. Try again in " + seconds + " s.");
        problem.put("instance", request.getRequestURI());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }

    static String network(String address) {
        String[] groups = address.split(":", -1);
        boolean short6 = groups.length <= NETWORK_GROUPS || address.contains("::");
        return short6 ? address : String.join(":", java.util.Arrays.copyOf(groups, NETWORK_GROUPS));
    }
}
