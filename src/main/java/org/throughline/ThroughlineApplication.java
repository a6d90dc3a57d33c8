package org.throughline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.throughline.ams.connection.AdapterBeans;

/**
 * Starts Throughline: the embedded engine, its web applications and the agency's own services in one process. Adapters of
 * agency management systems are left to their connections; the scan named here goes before the one that the annotation for
 * applications brings.
 */
@SpringBootApplication
@ComponentScan(
        excludeFilters = {
            @Filter(
                    type = FilterType.CUSTOM,
                    classes = {TypeExcludeFilter.class, AutoConfigurationExcludeFilter.class, AdapterBeans.class})
        })
@ConfigurationPropertiesScan
public class ThroughlineApplication {

    public static void main(String[] args) {
        SpringApplication.run(ThroughlineApplication.class, args);
    }
}
