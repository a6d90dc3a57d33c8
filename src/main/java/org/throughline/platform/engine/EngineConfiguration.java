package org.throughline.platform.engine;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.platform.AgencyProfile;

/** Sets up what engine and application share. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Clock clock(AgencyProfile agency) {
        return new AgencyClock(agency::timeZone);
    }
}
