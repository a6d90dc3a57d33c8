package org.throughline.reporting;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;

/** Who may see an agency's figures: its managers, and administrators, as the engine knows the person who asks. */
@Component
public class ReportAccess {

    private static final Set<String> ALLOWED = Set.of("manager", "admin", "operaton-admin");
    private static final Set<String> ADMINISTRATORS = Set.of("admin", "operaton-admin");

    private final IdentityService identity;
    private final Agencies agencies;

    ReportAccess(IdentityService identity, Agencies agencies) {
        this.identity = identity;
        this.agencies = agencies;
    }

    /** Whether the person who asks may read reports of the agency at work. */
    public boolean mayRead() {
        return isOneOf(ADMINISTRATORS) || (isOneOf(ALLOWED) && isMember());
    }

    /** Where there is one agency only, everybody is its. */
    private boolean isMember() {
        @Nullable Authentication current = identity.getCurrentAuthentication();
        @Nullable List<String> tenants = current == null ? null : current.getTenantIds();
        return agencies.all().size() == 1
                || (tenants != null && tenants.contains(agencies.current().tenant()));
    }

    /** Whether the person who asks may have the read side rebuilt. */
    public boolean mayRebuild() {
        return isOneOf(ADMINISTRATORS);
    }

    private boolean isOneOf(Set<String> groups) {
        @Nullable Authentication current = identity.getCurrentAuthentication();
        @Nullable List<String> own = current == null ? null : current.getGroupIds();
        return own != null && own.stream().anyMatch(groups::contains);
    }
}
