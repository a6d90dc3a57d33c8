package org.throughline.carrier.policychange;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.MovingClock;
import org.throughline.platform.TestAgency;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.sandbox.SimulatorWeb;

/**
 * The simulated carriers with their REST interfaces and the adapter, and no more of the application; the clock stands
 * until a test moves it. Not marked as a configuration, so that tests of the whole application do not come upon it.
 */
@ComponentScan(
        basePackages = {
            "org.throughline.sandbox.carrier",
            "org.throughline.sandbox.vendor",
            "org.throughline.carrier.policychange"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.throughline\\.sandbox\\.carrier\\.(desk|acord)\\..*"))
@ConfigurationPropertiesScan({"org.throughline.sandbox.carrier", "org.throughline.carrier.policychange"})
@Import(VendorClients.class)
@SimulatorWeb
class SimulatedCarriers {

    @Bean
    MovingClock clock() {
        return new MovingClock();
    }

    @Bean
    AgencyProfile agencyProfile() {
        return TestAgency.PROFILE;
    }
}
