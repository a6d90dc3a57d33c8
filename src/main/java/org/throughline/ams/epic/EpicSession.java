package org.throughline.ams.epic;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.throughline.platform.vendor.Forms;
import org.throughline.platform.vendor.TokenSession;

/** The login: client credentials for a bearer token that cannot be refreshed, only bought again. */
class EpicSession extends TokenSession {

    private final EpicTokens tokens;
    private final EpicProperties properties;

    EpicSession(EpicTokens tokens, EpicProperties properties, Clock clock) {
        super(clock);
        this.tokens = tokens;
        this.properties = properties;
    }

    @Override
    protected Grant login(boolean refused) {
        boolean basic = properties.tokenStyle() == EpicProperties.TokenStyle.BASIC;
        List<String> form = new ArrayList<>(List.of("grant_type", "client_credentials"));
        if (basic) {
            form.addAll(List.of("audience", properties.audience()));
        } else {
            form.addAll(List.of("client_id", properties.consumerKey(), "client_secret", properties.consumerSecret()));
        }
        if (properties.scope() != null) {
            form.addAll(List.of("scope", properties.scope()));
        }
        EpicTokens.Token token = tokens.token(
                basic ? Map.of("Authorization", basic()) : Map.of(), Forms.urlEncoded(form.toArray(String[]::new)));
        return new Grant("Bearer " + token.accessToken(), Duration.ofSeconds(token.expiresIn()));
    }

    private String basic() {
        byte[] pair = (properties.consumerKey() + ":" + properties.consumerSecret()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
