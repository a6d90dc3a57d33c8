package org.throughline.ams.ezlynx;

import java.time.Clock;
import java.time.Duration;
import org.throughline.platform.vendor.Forms;
import org.throughline.platform.vendor.TokenSession;
import org.throughline.platform.vendor.VendorUnavailable;

/** The login of the gateway: our client's secret and the agency's user that we act as; there is no refresh token. */
class EzLynxGatewaySession extends TokenSession {

    private final EzLynxTokens tokens;
    private final EzLynxProperties properties;

    EzLynxGatewaySession(EzLynxTokens tokens, EzLynxProperties properties, Clock clock) {
        super(clock);
        this.tokens = tokens;
        this.properties = properties;
    }

    @Override
    protected Grant login(boolean refused) {
        EzLynxTokens.Token token = tokens.token(Forms.urlEncoded(
                "client_id",
                properties.clientId(),
                "client_secret",
                properties.clientSecret(),
                "grant_type",
                "vendor_data_access",
                "scope",
                properties.scope(),
                "username",
                properties.accountUsername(),
                "integration_group_id",
                properties.integrationGroupId()));
        if (token.accessToken() == null) {
            throw new VendorUnavailable("EZLynx answered a login without a token");
        }
        return new Grant("Bearer " + token.accessToken(), Duration.ofSeconds(token.expiresIn()));
    }
}
