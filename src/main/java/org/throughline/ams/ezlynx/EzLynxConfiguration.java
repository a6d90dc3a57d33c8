package org.throughline.ams.ezlynx;

import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.ams.AmsSystem;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorSession;

/** Wires the adapter: two surfaces, each with one login shared by all its calls. */
@OnEzLynx
@Configuration(proxyBeanMethods = false)
class EzLynxConfiguration {

    static final String GATEWAY = "EZLynx";
    private static final String CLASSIC = "EZLynx web services";

    /** Limits, interests and certificates are not to be had from EZLynx. */
    @Bean
    AmsSystem ezLynxSystem() {
        return AmsSystem.of(GATEWAY, Set.of());
    }

    @Bean
    EzLynxClassicApi ezLynxClassicApi(VendorClients clients, EzLynxProperties properties, Clock clock) {
        EzLynxLogin login = clients.create(CLASSIC + " login", EzLynxLogin.class, properties.classic());
        return clients.create(
                CLASSIC,
                EzLynxClassicApi.class,
                properties.classic(),
                new EzLynxClassicSession(login, properties, clock));
    }

    @Bean
    EzLynxGatewaySession ezLynxGatewaySession(VendorClients clients, EzLynxProperties properties, Clock clock) {
        EzLynxTokens tokens = clients.create(GATEWAY + " login", EzLynxTokens.class, properties.gateway());
        return new EzLynxGatewaySession(tokens, properties, clock);
    }

    @Bean
    EzLynxPolicyApi ezLynxPolicyApi(
            VendorClients clients, EzLynxProperties properties, EzLynxGatewaySession ezLynxGatewaySession) {
        return gateway(clients, EzLynxPolicyApi.class, properties, ezLynxGatewaySession);
    }

    @Bean
    EzLynxDiscussionApi ezLynxDiscussionApi(
            VendorClients clients, EzLynxProperties properties, EzLynxGatewaySession ezLynxGatewaySession) {
        return gateway(clients, EzLynxDiscussionApi.class, properties, ezLynxGatewaySession);
    }

    @Bean
    EzLynxDocumentApi ezLynxDocumentApi(
            VendorClients clients, EzLynxProperties properties, EzLynxGatewaySession ezLynxGatewaySession) {
        return gateway(clients, EzLynxDocumentApi.class, properties, ezLynxGatewaySession);
    }

    private static <T> T gateway(
            VendorClients clients, Class<T> api, EzLynxProperties properties, VendorSession session) {
        return clients.create(GATEWAY, api, properties.gateway(), session);
    }
}
