package org.throughline.carrier.policychange;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.platform.vendor.Forms;
import org.throughline.platform.vendor.TokenSession;

/** The login of a service: client credentials for a bearer token that is bought again when it is spent. */
class PolicyChangeSession extends TokenSession {

    private final PolicyChangeTokens tokens;
    private final Connection connection;

    PolicyChangeSession(PolicyChangeTokens tokens, Connection connection, Clock clock) {
        super(clock);
        this.tokens = tokens;
        this.connection = connection;
    }

    @Override
    protected Grant login(boolean refused) {
        List<String> form = new ArrayList<>(List.of(
                "grant_type", "client_credentials",
                "client_id", connection.clientId(),
                "client_secret", connection.clientSecret()));
        String scope = connection.scope();
        if (scope != null) {
            form.addAll(List.of("scope", scope));
        }
        PolicyChangeTokens.Token token = tokens.token(Forms.urlEncoded(form.toArray(String[]::new)));
        return new Grant("Bearer " + token.accessToken(), Duration.ofSeconds(token.expiresIn()));
    }
}
