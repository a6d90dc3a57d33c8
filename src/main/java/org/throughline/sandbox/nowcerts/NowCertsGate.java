package org.throughline.sandbox.nowcerts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorGate;

/** Asks for the simulated API's bearer token. */
class NowCertsGate extends SimulatorGate {

    private final NowCertsLogins logins;

    NowCertsGate(Simulator simulator, NowCertsLogins logins, Duration slowness) {
        super(simulator, slowness);
        this.logins = logins;
    }

    @Override
    protected boolean admits(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/token") || logins.admits(request.getHeader("Authorization"));
    }

    @Override
    protected void refuse(HttpServletResponse response) throws IOException {
        answer(response, 401, "application/json", "{\"message\":\"Authorization has been denied for this request.\"}");
    }

    @Override
    protected void fail(HttpServletResponse response) throws IOException {
        answer(response, 500, "application/json", "{\"message\":\"An error has occurred.\"}");
    }
}
