package org.throughline.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.throughline.platform.web.ProblemAnswer;

/** Refuses a call with a problem detail: 401 without a login, 403 without the role. */
@Component
class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemAnswer problems;

    ProblemEntryPoint(ProblemAnswer problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        // A page's script handles the answer itself; the browser's own login window would only get in its way.
        if (!"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Throughline\"");
        }
        problems.write(request, response, HttpStatus.UNAUTHORIZED, "Log in with your user name and password.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        problems.write(request, response, HttpStatus.FORBIDDEN, "Your role does not allow this. Ask an administrator.");
    }

    /** Refuses a call for a reason of its own. */
    void refuse(HttpServletRequest request, HttpServletResponse response, String sentence) throws IOException {
        problems.write(request, response, HttpStatus.FORBIDDEN, sentence);
    }
}
