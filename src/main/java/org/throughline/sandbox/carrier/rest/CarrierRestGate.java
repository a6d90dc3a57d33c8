package org.throughline.sandbox.carrier.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorGate;

/** Asks for the bearer token of the carrier that is called. */
class CarrierRestGate extends SimulatorGate {

    private static final Pattern PATH = Pattern.compile("/sandbox/carrier/([^/]+)/(rest|oauth2)/.*");

    private final CarrierRestLogins logins;

    CarrierRestGate(Simulator simulator, CarrierRestLogins logins, Duration slowness) {
        super(simulator, slowness);
        this.logins = logins;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATH.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected boolean admits(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getRequestURI());
        return path.matches()
                && (path.group(2).equals("oauth2") || logins.good(path.group(1), request.getHeader("Authorization")));
    }

    @Override
    protected void refuse(HttpServletResponse response) throws IOException {
        answer(
                response,
                401,
                "application/json",
                RestProblem.json(
                        401, "gw.api.rest.exceptions.NotAuthenticatedException", "Authentication is required"));
    }

    @Override
    protected void fail(HttpServletResponse response) throws IOException {
        answer(
                response,
                500,
                "application/json",
                RestProblem.json(500, "java.lang.RuntimeException", "An unexpected error occurred"));
    }
}
