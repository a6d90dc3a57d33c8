package org.throughline.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which agency something from outside is for, by a key that comes with it, such as the number that was called; the main
 * agency's where nobody has the key.
 */
public final class AgenciesByKey {

    private final Agencies agencies;
    private final UnaryOperator<String> canonical;
    private final Map<String, Agency> byKey = new HashMap<>();

    /**
     * The keys of the agencies beside the main one.
     *
     * @param keys by tenant
     * @param canonical makes keys equal that mean the same
     * @param property where they are set, for whoever set them
     * @throws IllegalStateException when a tenant is unknown or two have the same key, with a sentence that says so
     */
    public AgenciesByKey(
            Agencies agencies,
            Map<String, ? extends Collection<String>> keys,
            UnaryOperator<String> canonical,
            String property) {
        this.agencies = agencies;
        this.canonical = canonical;
        keys.forEach((tenant, own) -> own.forEach(key -> {
            if (byKey.putIfAbsent(canonical.apply(key), agencies.of(tenant)) != null) {
                throw new IllegalStateException("Under " + property + " " + key
                        + " is named twice, so nobody can tell whose it is. Leave one of them out.");
            }
        }));
    }

    /** The agency that a key belongs to. */
    public Agency of(String key) {
        return byKey.getOrDefault(canonical.apply(key), agencies.main());
    }
}
