package org.throughline.ams;

import java.util.Set;

/** The agency management system that the agency works with. */
public interface AmsSystem {

    /** As people know it, such as "Applied Epic". */
    String name();

    /** What it can do; what is missing has a fallback. */
    Set<AmsCapability> capabilities();

    default boolean can(AmsCapability capability) {
        return capabilities().contains(capability);
    }

    /** A system that is always the same. */
    static AmsSystem of(String name, Set<AmsCapability> capabilities) {
        return new OneSystem(name, capabilities);
    }

    /** What an adapter says of its vendor's. */
    record OneSystem(String name, Set<AmsCapability> capabilities) implements AmsSystem {}
}
