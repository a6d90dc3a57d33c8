package org.throughline.ams.connection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.throughline.platform.Agency;

/**
 * The settings of every connection, as an adapter knows them: under {@code throughline.ams}. The main agency's stand there
 * in truth, those of another under {@code throughline.ams.connections.<tenant>}; none falls back to another's.
 */
class ConnectionSettings {

    static final String VENDOR = "throughline.ams.vendor";
    static final String CONNECTIONS = "throughline.ams.connections";

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("throughline.ams");
    private static final ConfigurationPropertyName AT = ConfigurationPropertyName.of(CONNECTIONS);
    private static final String USUAL_VENDOR = "nowcerts";

    private final ConfigurableEnvironment environment;
    private final Map<ConfigurationPropertyName, Object> all;

    ConnectionSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
        this.all = read(environment);
    }

    /** Everything below the root, the source that goes first winning. */
    private static Map<ConfigurationPropertyName, Object> read(ConfigurableEnvironment environment) {
        Map<ConfigurationPropertyName, Object> found = new HashMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.stream().filter(ROOT::isAncestorOf).forEach(name -> {
                    var property = iterable.getConfigurationProperty(name);
                    if (property != null) {
                        found.putIfAbsent(name, property.getValue());
                    }
                });
            }
        }
        return found;
    }

    /** Tenants that have settings of their own, in their plain form. */
    Set<String> tenants() {
        Set<String> tenants = new TreeSet<>();
        for (ConfigurationPropertyName name : all.keySet()) {
            String tenant = tenant(name);
            if (tenant != null) {
                tenants.add(tenant);
            }
        }
        return tenants;
    }

    /** Letters and digits, which is all that an environment variable keeps of a name. */
    static String plain(String tenant) {
        return tenant.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The prefix under which an agency's connection is set up. */
    static String prefix(Agency agency, boolean main) {
        return main ? ROOT.toString() : CONNECTIONS + "." + agency.tenant();
    }

    /** Name of the vendor, null where none is named. */
    @Nullable
    String vendor(Agency agency, boolean main) {
        Object named = of(agency, main).getProperty(VENDOR);
        return named == null ? (main ? USUAL_VENDOR : null) : named.toString().strip();
    }

    /** An agency's own settings under the names that adapters know. */
    PropertySource<Map<String, Object>> of(Agency agency, boolean main) {
        Map<String, Object> settings = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            String tenant = tenant(name);
            if (tenant == null) {
                if (main) {
                    settings.put(name.toString(), resolved(value));
                }
            } else if (!main && tenant.equals(plain(agency.tenant()))) {
                ConfigurationPropertyName own = name.subName(AT.getNumberOfElements() + 1);
                settings.put(ROOT.append(own).toString(), resolved(value));
            }
        });
        if (main) {
            settings.putIfAbsent(VENDOR, USUAL_VENDOR);
        }
        return new MapPropertySource("connection of " + agency.tenant(), settings);
    }

    /** Of whose connection a setting is, null for the main agency's. */
    private static @Nullable String tenant(ConfigurationPropertyName name) {
        return AT.isAncestorOf(name) ? plain(name.getElement(AT.getNumberOfElements(), Form.ORIGINAL)) : null;
    }

    private Object resolved(Object value) {
        return value instanceof CharSequence text ? environment.resolvePlaceholders(text.toString()) : value;
    }
}
