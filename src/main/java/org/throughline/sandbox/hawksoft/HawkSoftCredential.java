package org.throughline.sandbox.hawksoft;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Fault;
import org.throughline.sandbox.vendor.Simulator;

/**
 * The one credential of the simulated system, HTTP Basic on every call. There is no login that could go stale, so the fault
 * {@code stale-token} refuses the right credential in passing: the first call, and each sixth after it.
 */
@Component
@Profile("sandbox")
class HawkSoftCredential {

    private static final int REFUSED_EACH = 6;

    private final Simulator simulator;
    private final String right;
    private final AtomicInteger callsWhileStale = new AtomicInteger();

    HawkSoftCredential(Simulator hawkSoftSimulator, HawkSoftSandboxProperties properties) {
        this.simulator = hawkSoftSimulator;
        String pair = properties.username() + ":" + properties.password();
        this.right = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        hawkSoftSimulator.whenFaultChanges(fault -> callsWhileStale.set(0));
    }

    boolean admits(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        if (!authorization.substring(6).strip().equals(right)) {
            return false;
        }
        return simulator.fault() != Fault.STALE_TOKEN || callsWhileStale.getAndIncrement() % REFUSED_EACH != 0;
    }
}
