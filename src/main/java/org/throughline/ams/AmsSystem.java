package org.throughline.ams;

import java.util.Set;

/**
 * The agency management system that this agency works with.
 *
 * @param name as people know it, such as "Applied Epic"
 * @param capabilities what it can do; what is missing has a fallback
 */
public record AmsSystem(String name, Set<AmsCapability> capabilities) {

    public boolean can(AmsCapability capability) {
        return capabilities.contains(capability);
    }
}
