package org.throughline.ams.nowcerts;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.Forms;
import org.throughline.platform.vendor.TokenSession;
import org.throughline.platform.vendor.VendorContractBroken;

/** The login: password grant, then a refresh token that is good once. */
class NowCertsSession extends TokenSession {

    private final NowCertsTokens tokens;
    private final NowCertsProperties properties;
    private @Nullable String refreshToken;

    NowCertsSession(NowCertsTokens tokens, NowCertsProperties properties, Clock clock) {
        super(clock);
        this.tokens = tokens;
        this.properties = properties;
    }

    @Override
    protected Grant login(boolean refused) {
        String spent = refused ? null : refreshToken;
        refreshToken = null;
        NowCertsTokens.Token token = spent == null ? password() : refreshed(spent);
        refreshToken = token.refreshToken();
        return new Grant("Bearer " + token.accessToken(), Duration.ofSeconds(token.expiresIn()));
    }

    private NowCertsTokens.Token refreshed(String spent) {
        try {
            return tokens.token(Forms.urlEncoded(
                    "grant_type", "refresh_token", "refresh_token", spent, "client_id", properties.clientId()));
        } catch (VendorContractBroken refused) {
            return password();
        }
    }

    private NowCertsTokens.Token password() {
        return tokens.token(Forms.urlEncoded(
                "grant_type",
                "password",
                "username",
                properties.username(),
                "password",
                properties.password(),
                "client_id",
                properties.clientId()));
    }
}
