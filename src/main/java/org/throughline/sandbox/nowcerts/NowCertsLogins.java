package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Fault;
import org.throughline.sandbox.vendor.Simulator;

/** Tokens of the simulated system. Access tokens are good for a day, refresh tokens once. */
@Component
@Profile("sandbox")
class NowCertsLogins {

    private static final Duration GOOD_FOR = Duration.ofSeconds(86_399);
    private static final int CALLS_WHILE_STALE = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulator simulator;
    private final NowCertsSandboxProperties properties;
    private final Clock clock;
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private final Map<String, Integer> callsLeft = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();

    NowCertsLogins(Simulator nowCertsSimulator, NowCertsSandboxProperties properties, Clock clock) {
        this.simulator = nowCertsSimulator;
        this.properties = properties;
        this.clock = clock;
        nowCertsSimulator.whenFaultChanges(this::forget);
    }

    private synchronized void forget(Fault next) {
        callsLeft.clear();
        if (next == Fault.STALE_TOKEN) {
            accessTokens.clear();
            refreshTokens.clear();
        }
    }

    synchronized boolean passwordRight(String username, String password) {
        return properties.username().equals(username) && properties.password().equals(password);
    }

    /** True once for each refresh token. */
    synchronized boolean spend(String refreshToken) {
        return refreshTokens.remove(refreshToken);
    }

    synchronized ObjectNode issue() {
        Instant now = clock.instant();
        String access = UUID.randomUUID().toString().replace("-", "");
        String refresh = UUID.randomUUID().toString().replace("-", "");
        accessTokens.put(access, now.plus(GOOD_FOR));
        refreshTokens.add(refresh);
        if (simulator.fault() == Fault.STALE_TOKEN) {
            callsLeft.put(access, CALLS_WHILE_STALE);
        }
        ObjectNode token = JSON.createObjectNode();
        token.put("access_token", access);
        token.put("token_type", "bearer");
        token.put("expires_in", GOOD_FOR.toSeconds());
        token.put("refresh_token", refresh);
        token.put("as:client_id", "ngAuthApp");
        token.put("userName", properties.username());
        token.put("userId", id(properties.username()));
        token.put("userDisplayName", "Throughline");
        token.put("agencyId", id("Harborline Insurance"));
        token.put("agencyName", "Harborline Insurance");
        token.put("contactId", id("contact " + properties.username()));
        token.put("userType", "Agent");
        token.put("isAgencyOwner", "false");
        token.put("email", properties.username());
        token.put(".issued", rfc1123(now));
        token.put(".expires", rfc1123(now.plus(GOOD_FOR)));
        return token;
    }

    synchronized boolean admits(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
            return false;
        }
        String access = authorization.substring("Bearer ".length());
        Instant until = accessTokens.get(access);
        Integer left = callsLeft.computeIfPresent(access, (token, calls) -> calls - 1);
        return until != null && clock.instant().isBefore(until) && (left == null || left >= 0);
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String rfc1123(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
