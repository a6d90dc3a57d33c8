package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Fault;
import org.throughline.sandbox.vendor.Simulator;

/** Tokens of the simulated system: good for two hours, and for the scopes that were asked for. */
@Component
@Profile("sandbox")
class EpicLogins {

    private static final Duration GOOD_FOR = Duration.ofHours(2);
    private static final int CALLS_WHILE_STALE = 5;

    private final Simulator simulator;
    private final EpicSandboxProperties properties;
    private final Clock clock;
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, Integer> callsLeft = new HashMap<>();

    /** @param scopes empty where the app has all of them */
    private record Token(Instant until, Set<String> scopes) {}

    EpicLogins(Simulator epicSimulator, EpicSandboxProperties properties, Clock clock) {
        this.simulator = epicSimulator;
        this.properties = properties;
        this.clock = clock;
        epicSimulator.whenFaultChanges(this::forget);
    }

    private synchronized void forget(Fault next) {
        callsLeft.clear();
        if (next == Fault.STALE_TOKEN) {
            tokens.clear();
        }
    }

    boolean right(@Nullable String key, @Nullable String secret) {
        return properties.consumerKey().equals(key)
                && properties.consumerSecret().equals(secret);
    }

    boolean audienceRight(@Nullable String audience) {
        return properties.audience().equals(audience);
    }

    synchronized ObjectNode issue(@Nullable String scope) {
        String access = UUID.randomUUID().toString().replace("-", "");
        Set<String> scopes =
                scope == null || scope.isBlank() ? Set.of() : new LinkedHashSet<>(Arrays.asList(scope.split(" ", -1)));
        tokens.put(access, new Token(clock.instant().plus(GOOD_FOR), scopes));
        if (simulator.fault() == Fault.STALE_TOKEN) {
            callsLeft.put(access, CALLS_WHILE_STALE);
        }
        return EpicHal.JSON
                .createObjectNode()
                .put("access_token", access)
                .put("expires_in", GOOD_FOR.toSeconds())
                .put("token_type", "Bearer");
    }

    /** The scopes of a token that is good, none of them where it has all; null where it is not good. */
    synchronized @Nullable Set<String> scopes(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return null;
        }
        String access = authorization.substring("Bearer ".length());
        Token token = tokens.get(access);
        Integer left = callsLeft.computeIfPresent(access, (name, calls) -> calls - 1);
        if (token == null || !clock.instant().isBefore(token.until()) || (left != null && left < 0)) {
            return null;
        }
        return token.scopes();
    }
}
