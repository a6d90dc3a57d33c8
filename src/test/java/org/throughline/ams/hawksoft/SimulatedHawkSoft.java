package org.throughline.ams.hawksoft;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.throughline.ams.AmsChannel;
import org.throughline.platform.MovingClock;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.sandbox.PracticeBook;

/**
 * The simulator and the adapter, and no more of the application; its clock stands until a test moves it. Not marked as a
 * configuration, so that tests of the whole application do not come upon it.
 */
@ComponentScan({"org.throughline.sandbox.hawksoft", "org.throughline.sandbox.vendor", "org.throughline.ams.hawksoft"})
@ConfigurationPropertiesScan({"org.throughline.sandbox.hawksoft", "org.throughline.ams.hawksoft"})
@Import({PracticeBook.class, VendorClients.class, AmsChannel.class})
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
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
