package org.throughline.ams.hawksoft;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.ams.AmsCapability;
import org.throughline.ams.AmsSystem;
import org.throughline.platform.vendor.VendorClients;

/** Wires the adapter. The vendor takes no certificate, so its record becomes a task for staff. */
@OnHawkSoft
@Configuration(proxyBeanMethods = false)
class HawkSoftConfiguration {

    static final String VENDOR = "HawkSoft";

    @Bean
    AmsSystem hawkSoftSystem() {
        return AmsSystem.of(VENDOR, EnumSet.of(AmsCapability.READ_COVERAGES, AmsCapability.READ_ADDITIONAL_INTERESTS));
    }

    @Bean
    HawkSoftApi hawkSoftApi(VendorClients clients, HawkSoftProperties properties) {
        return clients.create(VENDOR, HawkSoftApi.class, properties.vendor(), new HawkSoftSession(properties));
    }
}
