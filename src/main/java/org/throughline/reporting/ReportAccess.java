package org.throughline.reporting;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who may see the agency's figures: managers and administrators, as the engine knows the person who asks. */
@Component
public class ReportAccess {

    private static final Set<String> ALLOWED = Set.of("manager", "admin", "operaton-admin");
    private static final Set<String> ADMINISTRATORS = Set.of("admin", "operaton-admin");

    private final IdentityService identity;

    ReportAccess(IdentityService identity) {
        this.identity = identity;
    }

    /** Whether the person who asks may read reports. */
    public boolean mayRead() {
        return isOneOf(ALLOWED);
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
