package org.throughline.ams.hawksoft;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.throughline.ams.AmsChannel;
import org.throughline.platform.MovingClock;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.sandbox.SimulatorWeb;

/**
 * The simulator and the adapter, and no more of the application; its clock stands until a test moves it. Not marked as a
 * configuration, so that tests of the whole application do not come upon it.
 */
@ComponentScan({"org.throughline.sandbox.hawksoft", "org.throughline.sandbox.vendor", "org.throughline.ams.hawksoft"})
@ConfigurationPropertiesScan({"org.throughline.sandbox.hawksoft", "org.throughline.ams.hawksoft"})
@Import({VendorClients.class, AmsChannel.class})
@SimulatorWeb
class SimulatedHawkSoft {

    @Bean
    MovingClock clock() {
        return new MovingClock();
    }

    @Bean
    DocumentContent documentContent() {
        return id -> new DocumentContent.Content("certificate.pdf", "application/pdf", HawkSoftSimulatorTest.pdf());
    }
}
