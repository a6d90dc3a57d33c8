package org.throughline.sandbox.ezlynx;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorGate;

/** Asks for the credential of the surface that is called: three headers of the web services, or the gateway's token. */
class EzLynxGate extends SimulatorGate {

    private final EzLynxLogins logins;

    EzLynxGate(Simulator simulator, EzLynxLogins logins, Duration slowness) {
        super(simulator, slowness);
        this.logins = logins;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EzLynxEdge.isControl(request);
    }

    @Override
    protected boolean admits(HttpServletRequest request) {
        String address = request.getRequestURI();
        String path = address.startsWith(EzLynxEdge.ROOT) ? address.substring(EzLynxEdge.ROOT.length()) : "";
        if (path.startsWith("ezlynxapi/")) {
            return path.equals("ezlynxapi/api/authenticate")
                    || logins.admitsClassic(
                            request.getHeader("EZToken"),
                            request.getHeader("EZAppSecret"),
                            request.getHeader("AccountUsername"));
        }
        return path.equals("auth/connect/token")
                || path.startsWith("ezlynxwebservice/")
                || logins.admitsGateway(request.getHeader("Authorization"));
    }

    @Override
    protected void refuse(HttpServletResponse response) throws IOException {
        answer(response, 401, "text/plain", "Unauthorized");
    }

    @Override
    protected void fail(HttpServletResponse response) throws IOException {
        answer(response, 500, "text/plain", "An error has occurred.");
    }
}
