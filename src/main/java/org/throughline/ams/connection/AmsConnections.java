package org.throughline.ams.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotices;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;

/** The connections of all agencies, made when the application starts: a start with one that cannot work is refused. */
@Component
class AmsConnections implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AmsConnections.class);
    private static final Pattern ADAPTER = Pattern.compile(".*/ams/([a-z0-9]+)/On[A-Za-z0-9]+\\.class");

    private final Agencies agencies;
    private final ConfigurableListableBeanFactory application;
    private final List<AnnotationConfigApplicationContext> contexts = new ArrayList<>();
    private final Map<String, AmsConnection> byTenant = new TreeMap<>();

    AmsConnections(
            Agencies agencies, ConfigurableEnvironment environment, ConfigurableListableBeanFactory application) {
        this.agencies = agencies;
        this.application = application;
        ConnectionSettings settings = new ConnectionSettings(environment);
        Set<String> vendors = vendors();
        refuseStrangers(settings);
        try {
            agencies.forEach(agency -> connect(agency, settings, vendors));
        } catch (RuntimeException refused) {
            destroy();
            throw refused;
        }
    }

    /** Folders with an adapter, by the annotation that each has for what is there for its vendor only. */
    private static Set<String> vendors() {
        try {
            Set<String> vendors = new TreeSet<>();
            for (Resource found : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:org/throughline/ams/*/On*.class")) {
                Matcher adapter = ADAPTER.matcher(found.getURL().toString());
                if (adapter.matches()) {
                    vendors.add(adapter.group(1));
                }
            }
            return vendors;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The adapters cannot be looked up", unreadable);
        }
    }

    private void refuseStrangers(ConnectionSettings settings) {
        for (String tenant : settings.tenants()) {
            if (tenant.equals(ConnectionSettings.plain(agencies.main().tenant()))) {
                throw new ConnectionRefused(
                        ConnectionSettings.CONNECTIONS + "." + tenant + " is the main agency's.",
                        "Set its connection as throughline.ams.vendor and the keys beside it, and remove this one.");
            }
            if (agencies.all().stream()
                    .noneMatch(
                            agency -> ConnectionSettings.plain(agency.tenant()).equals(tenant))) {
                throw new ConnectionRefused(
                        "There is a connection for " + tenant + " and no agency with that tenant.",
                        "Add the agency to throughline.agencies, or remove " + ConnectionSettings.CONNECTIONS + "."
                                + tenant + ".");
            }
        }
    }

    private void connect(Agency agency, ConnectionSettings settings, Set<String> vendors) {
        boolean main = agency.equals(agencies.main());
        String prefix = ConnectionSettings.prefix(agency, main);
        String vendor = settings.vendor(agency, main);
        if (vendor == null) {
            throw new ConnectionRefused(
                    agency.tradeName() + " (" + agency.tenant() + ") has no agency management system.",
                    "Set " + prefix + ".vendor to one of " + String.join(", ", vendors) + ", and " + prefix
                            + ".<vendor>.* to how it is reached.");
        }
        if (!vendors.contains(vendor)) {
            throw new ConnectionRefused(
                    prefix + ".vendor is \"" + vendor + "\", for which there is no adapter.",
                    "Set it to one of " + String.join(", ", vendors) + ".");
        }
        AnnotationConfigApplicationContext context;
        try {
            context = ConnectionContext.open(agency, settings.of(agency, main), application);
        } catch (RuntimeException failed) {
            throw ConnectionRefused.because(agency, prefix, failed);
        }
        contexts.add(context);
        AmsConnection connection = AmsConnection.in(context, agency);
        byTenant.put(agency.tenant(), connection);
        LOG.info("{} works with {}", agency.tradeName(), connection.system().name());
    }

    /** That of the agency at work. */
    AmsConnection current() {
        AmsConnection connection = byTenant.get(agencies.current().tenant());
        if (connection == null) {
            throw new IllegalStateException(agencies.current().tenant() + " has no connection");
        }
        return connection;
    }

    List<AmsConnection> all() {
        return List.copyOf(byTenant.values());
    }

    /** What listens to notices, by whose it is. */
    Map<Agency, AmsNotices> notices() {
        Map<Agency, AmsNotices> notices = new LinkedHashMap<>();
        byTenant.values()
                .forEach(connection -> connection.notices().ifPresent(one -> notices.put(connection.agency(), one)));
        return notices;
    }

    @Override
    public void destroy() {
        contexts.forEach(AnnotationConfigApplicationContext::close);
    }
}
