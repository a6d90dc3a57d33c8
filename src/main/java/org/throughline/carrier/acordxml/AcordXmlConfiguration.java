package org.throughline.carrier.acordxml;

import java.time.Clock;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.throughline.platform.vendor.VendorClients;

/** Makes a connection and a reader of records for each carrier that is set up. */
@Configuration(proxyBeanMethods = false)
class AcordXmlConfiguration {

    @Bean
    static BeanDefinitionRegistryPostProcessor acordXmlCarriers(Environment environment) {
        return new PerCarrier(environment);
    }

    static AcordClient client(
            String carrier, AcordXmlProperties.Connection connection, VendorClients clients, Clock clock) {
        String vendor = "ACORD XML of " + carrier;
        return new AcordClient(vendor, clients.create(vendor, AcordApi.class, connection.vendor()), connection, clock);
    }

    /** How many there are is known from the settings only, before any bean is. */
    private static final class PerCarrier implements BeanDefinitionRegistryPostProcessor {

        private final Environment environment;

        PerCarrier(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
            Binder.get(environment)
                    .bind(AcordXmlProperties.PREFIX, Bindable.of(AcordXmlProperties.class))
                    .ifBound(properties -> properties.connections().keySet().forEach(carrier -> {
                        registry.registerBeanDefinition("acordXmlConnectionOf" + carrier, connection(carrier, beans));
                        registry.registerBeanDefinition("acordXmlRecordsOf" + carrier, records(carrier, beans));
                    }));
        }

        private static BeanDefinition connection(String carrier, ConfigurableListableBeanFactory beans) {
            return BeanDefinitionBuilder.genericBeanDefinition(
                            AcordXmlConnection.class,
                            () -> new AcordXmlConnection(
                                    carrier, of(carrier, beans), client(carrier, beans), beans.getBean(Clock.class)))
                    .getBeanDefinition();
        }

        private static BeanDefinition records(String carrier, ConfigurableListableBeanFactory beans) {
            return BeanDefinitionBuilder.genericBeanDefinition(
                            AcordXmlRecords.class,
                            () -> new AcordXmlRecords(
                                    carrier, of(carrier, beans), client(carrier, beans), beans.getBean(Clock.class)))
                    .getBeanDefinition();
        }

        private static AcordClient client(String carrier, ConfigurableListableBeanFactory beans) {
            return AcordXmlConfiguration.client(
                    carrier, of(carrier, beans), beans.getBean(VendorClients.class), beans.getBean(Clock.class));
        }

        private static AcordXmlProperties.Connection of(String carrier, ConfigurableListableBeanFactory beans) {
            AcordXmlProperties.Connection connection =
                    beans.getBean(AcordXmlProperties.class).connections().get(carrier);
            if (connection == null) {
                throw new IllegalStateException("The settings of the carrier " + carrier + " changed during the start");
            }
            return connection;
        }
    }
}
