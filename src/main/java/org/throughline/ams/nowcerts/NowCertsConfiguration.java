package org.throughline.ams.nowcerts;

import java.time.Clock;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.ams.AmsCapability;
import org.throughline.ams.AmsSystem;
import org.throughline.platform.vendor.VendorClients;

/** Wires the adapter: one login shared by all calls. */
@OnNowCerts
@Configuration(proxyBeanMethods = false)
class NowCertsConfiguration {

    static final String VENDOR = "NowCerts";

    @Bean
    AmsSystem nowCertsSystem() {
        return AmsSystem.of(VENDOR, EnumSet.allOf(AmsCapability.class));
    }

    @Bean
    NowCertsApi nowCertsApi(VendorClients clients, NowCertsProperties properties, Clock clock) {
        NowCertsTokens tokens = clients.create(VENDOR + " login", NowCertsTokens.class, properties.vendor());
        return clients.create(
                VENDOR, NowCertsApi.class, properties.vendor(), new NowCertsSession(tokens, properties, clock));
    }
}
