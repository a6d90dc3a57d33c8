package org.throughline.sandbox.ezlynx;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Fault;
import org.throughline.sandbox.vendor.Simulator;

/** Tokens of the simulated system: twenty minutes at the web services (assumed), an hour at the gateway. */
@Component
@Profile("sandbox")
class EzLynxLogins {

    static final Duration GATEWAY_GOOD_FOR = Duration.ofHours(1);

    private static final Duration CLASSIC_GOOD_FOR = Duration.ofMinutes(20);
    private static final int CALLS_WHILE_STALE = 5;
    private static final Set<String> SCOPES =
            Set.of("DiscussionApi", "DocumentApi", "EzLynxApi", "openid", "PolicyApi");

    private final Simulator simulator;
    private final EzLynxSandboxProperties properties;
    private final EzLynxRecords records;
    private final Clock clock;
    private final Map<String, Login> logins = new HashMap<>();

    EzLynxLogins(Simulator ezLynxSimulator, EzLynxSandboxProperties properties, EzLynxRecords records, Clock clock) {
        this.simulator = ezLynxSimulator;
        this.properties = properties;
        this.records = records;
        this.clock = clock;
        ezLynxSimulator.whenFaultChanges(this::forget);
    }

    private static final class Login {
        private final Instant until;
        private final Set<String> scopes;
        private int callsLeft;

        Login(Instant until, Set<String> scopes, int callsLeft) {
            this.until = until;
            this.scopes = scopes;
            this.callsLeft = callsLeft;
        }
    }

    private synchronized void forget(Fault next) {
        if (next == Fault.STALE_TOKEN) {
            logins.clear();
        } else {
            logins.values().forEach(login -> login.callsLeft = Integer.MAX_VALUE);
        }
    }

    boolean knows(@Nullable String user, @Nullable String password, @Nullable String appSecret) {
        return properties.user().equals(user)
                && properties.password().equals(password)
                && properties.appSecret().equals(appSecret);
    }

    /** Whether the name is that of one of the agency's active users. */
    boolean knowsUser(@Nullable String name) {
        return records.user(name).isPresent();
    }

    /** The scopes granted out of those asked for, all where none is named; empty if one of them does not exist. */
    Set<String> granted(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return SCOPES;
        }
        Set<String> wanted = Arrays.stream(asked.strip().split("\\s+")).collect(Collectors.toSet());
        return SCOPES.containsAll(wanted) ? wanted : Set.of();
    }

    String issueClassic() {
        return issue(CLASSIC_GOOD_FOR, Set.of());
    }

    String issueGateway(Set<String> scopes) {
        return issue(GATEWAY_GOOD_FOR, scopes);
    }

    private synchronized String issue(Duration goodFor, Set<String> scopes) {
        String token = UUID.randomUUID().toString().replace("-", "");
        int calls = simulator.fault() == Fault.STALE_TOKEN ? CALLS_WHILE_STALE : Integer.MAX_VALUE;
        logins.put(token, new Login(clock.instant().plus(goodFor), scopes, calls));
        return token;
    }

    /** All three headers must fit; a token of the gateway is none here. */
    boolean admitsClassic(@Nullable String token, @Nullable String appSecret, @Nullable String user) {
        return properties.appSecret().equals(appSecret) && knowsUser(user) && admits(token, false);
    }

    boolean admitsGateway(@Nullable String authorization) {
        return authorization != null && authorization.startsWith("Bearer ") && admits(bearer(authorization), true);
    }

    private static String bearer(String authorization) {
        return authorization.substring("Bearer ".length());
    }

    private synchronized boolean admits(@Nullable String token, boolean gateway) {
        Login login = logins.get(token);
        if (login == null
                || login.scopes.isEmpty() == gateway
                || !clock.instant().isBefore(login.until)) {
            return false;
        }
        if (login.callsLeft < Integer.MAX_VALUE) {
            login.callsLeft--;
        }
        return login.callsLeft >= 0;
    }

    /** Refuses a call whose token was not granted one of these scopes. */
    synchronized void require(HttpServletRequest request, List<String> oneOf) {
        Login login = logins.get(bearer(request.getHeader("Authorization")));
        if (login != null && oneOf.stream().noneMatch(login.scopes::contains)) {
            throw new Refused(403, "Forbidden");
        }
    }
}
