package org.throughline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses with 429 whoever calls an open endpoint too often; an IPv6 caller is known by its network (/64). */
class RateLimitFilter extends OncePerRequestFilter {

    private static final int NETWORK_GROUPS = 4;

    private final TokenBuckets buckets;
    private final ProblemAnswer problems;

    RateLimitFilter(TokenBuckets buckets, ProblemAnswer problems) {
        this.buckets = buckets;
        this.problems = problems;
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
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many calls from this address. Try again in " + seconds + " s.");
    }

    static String network(String address) {
        String[] groups = address.split(":", -1);
        boolean short6 = groups.length <= NETWORK_GROUPS || address.contains("::");
        return short6 ? address : String.join(":", java.util.Arrays.copyOf(groups, NETWORK_GROUPS));
    }
}
