package org.throughline.ams.ezlynx;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.throughline.platform.vendor.TokenSession;
import org.throughline.platform.vendor.VendorUnavailable;

/** The login of the web services. The vendor names no end of it; its clients keep a token for fifteen minutes. */
class EzLynxClassicSession extends TokenSession {

    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final EzLynxLogin login;
    private final EzLynxProperties properties;

    EzLynxClassicSession(EzLynxLogin login, EzLynxProperties properties, Clock clock) {
        super(clock);
        this.login = login;
        this.properties = properties;
    }

    @Override
    protected Grant login(boolean refused) {
        String token = login.authenticate(
                        properties.user(), properties.password(), properties.appSecret(), properties.accountUsername())
                .header(header());
        if (token == null || token.isBlank()) {
            throw new VendorUnavailable("EZLynx answered a login without a token");
        }
        return new Grant(token, GOOD_FOR);
    }

    @Override
    public String header() {
        return "EZToken";
    }

    @Override
    public Map<String, String> companions() {
        return Map.of("EZAppSecret", properties.appSecret(), "AccountUsername", properties.accountUsername());
    }
}
