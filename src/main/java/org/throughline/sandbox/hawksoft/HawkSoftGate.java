package org.throughline.sandbox.hawksoft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorGate;

/** Asks for the simulated API's credential. */
class HawkSoftGate extends SimulatorGate {

    private static final String TEXT = "text/plain;charset=UTF-8";

    private final HawkSoftCredential credential;

    HawkSoftGate(Simulator simulator, HawkSoftCredential credential, Duration slowness) {
        super(simulator, slowness);
        this.credential = credential;
    }

    @Override
    protected boolean admits(HttpServletRequest request) {
        return credential.admits(request.getHeader("Authorization"));
    }

    @Override
    protected void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"HawkSoft\"");
        answer(response, 401, TEXT, "The provided credentials are invalid");
    }

    @Override
    protected void fail(HttpServletResponse response) throws IOException {
        answer(response, 500, TEXT, "An error has occurred");
    }
}
