package org.throughline.ams.connection;

import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.PropertySource;
import org.throughline.ams.AmsChannel;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.vendor.VendorClients;

/**
 * Makes the context of one connection: the beans of one adapter, and everything else from the application. Its settings are
 * the connection's alone, so that an adapter can never be given another agency's.
 */
final class ConnectionContext {

    private static final String FOLDER = "org.throughline.ams.${" + ConnectionSettings.VENDOR + "}";

    private ConnectionContext() {}

    /**
     * Opens the context.
     *
     * @param settings with a vendor that there is an adapter for
     */
    static AnnotationConfigApplicationContext open(
            Agency agency, PropertySource<Map<String, Object>> settings, ConfigurableListableBeanFactory application) {
        AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(new DefaultListableBeanFactory(application));
        try {
            OwnSettings environment = new OwnSettings();
            environment.getPropertySources().addFirst(settings);
            context.setEnvironment(environment);
            context.setDisplayName("Connection of " + agency.tenant());
            // Under the names of the application's own, which they stand in for here.
            context.registerBean(
                    "vendorClients",
                    VendorClients.class,
                    () -> application.getBean(VendorClients.class).ofConnection(agency.tenant()));
            context.registerBean(
                    "currentAgency", AgencyProfile.class, () -> agency, definition -> definition.setPrimary(true));
            context.registerBean(AmsChannel.class);
            leaveOutTheSame(application, context);
            context.register(Adapter.class);
            context.refresh();
            return context;
        } catch (RuntimeException failed) {
            context.close();
            throw failed;
        }
    }

    /** What the application's scan leaves out for other reasons than being an adapter. */
    private static void leaveOutTheSame(
            ConfigurableListableBeanFactory application, AnnotationConfigApplicationContext context) {
        application.getBeansOfType(TypeExcludeFilter.class).forEach((name, filter) -> {
            if (!(filter instanceof AdapterBeans)) {
                context.getBeanFactory().registerSingleton(name, filter);
            }
        });
    }

    /** Without the machine's and the application's. */
    private static final class OwnSettings extends AbstractEnvironment {}

    /**
     * The adapter's folder under its vendor's name. It is registered by hand, and carries no annotation by which the
     * application would find it.
     */
    @ComponentScan(
            basePackages = FOLDER,
            excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @ConfigurationPropertiesScan(FOLDER)
    static class Adapter {}
}
