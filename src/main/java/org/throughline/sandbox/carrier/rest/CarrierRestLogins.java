package org.throughline.sandbox.carrier.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.carrier.CarrierSandboxProperties;
import org.throughline.sandbox.vendor.Fault;
import org.throughline.sandbox.vendor.Simulator;

/** Tokens of the carriers that have a REST interface: good for an hour, at the carrier that sold them. */
@Component
@Profile("sandbox")
class CarrierRestLogins {

    static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final int CALLS_WHILE_STALE = 5;

    private final Simulator simulator;
    private final CarrierSandboxProperties properties;
    private final Clock clock;
    private final Set<String> carriers = new HashSet<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, Integer> callsLeft = new HashMap<>();

    private record Token(String carrier, Instant until) {}

    CarrierRestLogins(Simulator carrierSimulator, CarrierSandboxProperties properties, PracticeBook book, Clock clock) {
        this.simulator = carrierSimulator;
        this.properties = properties;
        this.clock = clock;
        book.list("carriers").forEach(carrier -> {
            if (carrier.path("channels").path("policyChange").asText().equals("API")) {
                carriers.add(carrier.path("code").asText());
            }
        });
        carrierSimulator.whenFaultChanges(this::forget);
    }

    private synchronized void forget(Fault next) {
        callsLeft.clear();
        if (next == Fault.STALE_TOKEN) {
            tokens.clear();
        }
    }

    boolean right(String carrier, @Nullable String clientId, @Nullable String secret) {
        return carriers.contains(carrier)
                && properties.clientId().equals(clientId)
                && properties.clientSecret().equals(secret);
    }

    synchronized String issue(String carrier) {
        String token = UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, new Token(carrier, clock.instant().plus(GOOD_FOR)));
        if (simulator.fault() == Fault.STALE_TOKEN) {
            callsLeft.put(token, CALLS_WHILE_STALE);
        }
        return token;
    }

    synchronized boolean good(String carrier, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        String value = authorization.substring("Bearer ".length());
        Token token = tokens.get(value);
        Integer left = callsLeft.computeIfPresent(value, (name, calls) -> calls - 1);
        return token != null
                && token.carrier().equals(carrier)
                && clock.instant().isBefore(token.until())
                && (left == null || left >= 0);
    }
}
