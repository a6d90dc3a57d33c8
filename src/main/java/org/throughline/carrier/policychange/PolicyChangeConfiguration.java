package org.throughline.carrier.policychange;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.vendor.VendorClients;

/** Two beans a carrier: what submits to it, and what reads from it, over one login. */
@Configuration(proxyBeanMethods = false)
@Import(PolicyChangeConfiguration.Connections.class)
class PolicyChangeConfiguration {

    /** The client of one carrier, with its login. */
    static PolicyChangeApi api(VendorClients clients, Clock clock, String carrier, Connection connection) {
        String vendor = "Carrier " + carrier;
        PolicyChangeTokens tokens =
                clients.create(vendor + " login", PolicyChangeTokens.class, connection.at(connection.tokenUrl()));
        return clients.create(
                vendor,
                PolicyChangeApi.class,
                connection.vendor(),
                new PolicyChangeSession(tokens, connection, clock),
                new PolicyChangeProblems());
    }

    static PolicyChangeConnection connection(
            PolicyChangeApi api, String carrier, Connection connection, AgencyProfile agency) {
        PolicyChangeReader reader = new PolicyChangeReader(api, carrier);
        PolicyChangeJobs jobs = new PolicyChangeJobs(api, reader, carrier, connection);
        PolicyChangeEdits edits = new PolicyChangeEdits(api, reader, carrier, connection);
        return new PolicyChangeConnection(
                carrier,
                new PolicyChangeTransactions(jobs, edits, carrier),
                new PolicyChangeClaims(api, reader, connection, agency));
    }

    static PolicyChangeRecords records(PolicyChangeApi api, String carrier, Connection connection) {
        return new PolicyChangeRecords(api, new PolicyChangeReader(api, carrier), carrier, connection);
    }

    /** Makes the beans; how many there are stands in the configuration. */
    static class Connections implements ImportBeanDefinitionRegistrar {

        private final Environment environment;
        private final BeanFactory beans;

        Connections(Environment environment, BeanFactory beans) {
            this.environment = environment;
            this.beans = beans;
        }

        @Override
        public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
            Binder.get(environment)
                    .bindOrCreate("throughline.carriers.policy-change", PolicyChangeProperties.class)
                    .connections()
                    .keySet()
                    .forEach(code -> register(code, code.toUpperCase(Locale.ROOT), registry));
        }

        private void register(String code, String carrier, BeanDefinitionRegistry registry) {
            String client = "policyChangeApi" + carrier;
            register(
                    registry,
                    client,
                    PolicyChangeApi.class,
                    () -> api(beans.getBean(VendorClients.class), beans.getBean(Clock.class), carrier, settings(code)));
            register(
                    registry,
                    "policyChangeConnection" + carrier,
                    PolicyChangeConnection.class,
                    () -> connection(
                            beans.getBean(client, PolicyChangeApi.class),
                            carrier,
                            settings(code),
                            beans.getBean(AgencyProfile.class)));
            register(
                    registry,
                    "policyChangeRecords" + carrier,
                    PolicyChangeRecords.class,
                    () -> records(beans.getBean(client, PolicyChangeApi.class), carrier, settings(code)));
        }

        /** As it was bound and found valid. */
        private Connection settings(String code) {
            return Objects.requireNonNull(
                    beans.getBean(PolicyChangeProperties.class).connections().get(code));
        }

        private static <T> void register(
                BeanDefinitionRegistry registry, String name, Class<T> type, Supplier<T> bean) {
            registry.registerBeanDefinition(
                    name,
                    BeanDefinitionBuilder.genericBeanDefinition(type, bean).getBeanDefinition());
        }
    }
}
