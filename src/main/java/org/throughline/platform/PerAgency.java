package org.throughline.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Something that is kept in memory for each agency on its own. It is asked and set for the agency at work.
 *
 * @param <T> what is kept
 */
public final class PerAgency<T> {

    private final Supplier<String> tenant;
    private final Supplier<T> first;
    private final Map<String, T> byTenant = new ConcurrentHashMap<>();

    /**
     * Keeps nothing yet.
     *
     * @param first what an agency has until something is set for it
     */
    public PerAgency(AgencyProfile agency, Supplier<T> first) {
        this(agency::tenant, first);
    }

    private PerAgency(Supplier<String> tenant, Supplier<T> first) {
        this.tenant = tenant;
        this.first = first;
    }

    /** One for whichever agency. */
    public static <T> PerAgency<T> same(Supplier<T> first) {
        return new PerAgency<>(() -> "", first);
    }

    /** That of the agency at work. */
    public T get() {
        return byTenant.computeIfAbsent(tenant.get(), key -> first.get());
    }

    /** Puts another in its place. */
    public void set(T value) {
        byTenant.put(tenant.get(), value);
    }

    /** Those of all agencies that have one. */
    public Iterable<T> all() {
        return byTenant.values();
    }
}
