package org.throughline.ams.nowcerts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorSession;

/**
 * The login: password grant, then a refresh token that is good once. One thread at a time renews it, so that no two
 * threads spend the same refresh token.
 */
class NowCertsSession implements VendorSession {

    private static final Duration SAFETY = Duration.ofMinutes(1);

    private final NowCertsTokens tokens;
    private final NowCertsProperties properties;
    private final Clock clock;

    private @Nullable String accessToken;
    private @Nullable String refreshToken;
    private Instant goodUntil = Instant.EPOCH;

    NowCertsSession(NowCertsTokens tokens, NowCertsProperties properties, Clock clock) {
        this.tokens = tokens;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public synchronized String authorization() {
        String current = accessToken;
        if (current == null || !clock.instant().isBefore(goodUntil)) {
            current = renewed();
        }
        return "Bearer " + current;
    }

    @Override
    public synchronized void refused(@Nullable String authorization) {
        if (("Bearer " + accessToken).equals(authorization)) {
            accessToken = null;
            refreshToken = null;
        }
    }

    private String renewed() {
        String spent = refreshToken;
        refreshToken = null;
        NowCertsTokens.Token token = spent == null ? login() : refreshed(spent);
        accessToken = token.accessToken();
        refreshToken = token.refreshToken();
        goodUntil = clock.instant().plusSeconds(token.expiresIn()).minus(SAFETY);
        return token.accessToken();
    }

    private NowCertsTokens.Token refreshed(String spent) {
        try {
            return tokens.token(
                    form("grant_type", "refresh_token", "refresh_token", spent, "client_id", properties.clientId()));
        } catch (VendorContractBroken refused) {
            return login();
        }
    }

    private NowCertsTokens.Token login() {
        return tokens.token(form(
                "grant_type",
                "password",
                "username",
                properties.username(),
                "password",
                properties.password(),
                "client_id",
                properties.clientId()));
    }

    private static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            form.append(at == 0 ? "" : "&")
                    .append(namesAndValues[at])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[at + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
