package org.throughline.platform.security;

import java.security.Principal;
import java.util.List;

/** Who calls: a user of the engine with groups (roles and queues) and tenants. */
public record Caller(String userId, List<String> groups, List<String> tenants) implements Principal {

    @Override
    public String getName() {
        return userId;
    }

    /** True for a person of an external partner, who sees no more than that partner's work. */
    public boolean isPartner() {
        return groups.contains(Roles.PARTNER);
    }
}
