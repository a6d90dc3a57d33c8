package org.throughline.sandbox.carrier.acordxml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorGate;

/** Plays the fault that is set. The credential stands in the message, so nobody is turned away before it is read. */
class AcordGate extends SimulatorGate {

    AcordGate(Simulator simulator, Duration slowness) {
        super(simulator, slowness);
    }

    @Override
    protected boolean admits(HttpServletRequest request) {
        return true;
    }

    @Override
    protected void refuse(HttpServletResponse response) throws IOException {
        answer(response, 403, "text/plain", "Forbidden");
    }

    @Override
    protected void fail(HttpServletResponse response) throws IOException {
        answer(response, 500, "text/plain", "Internal error");
    }
}
