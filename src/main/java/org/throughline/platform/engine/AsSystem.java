package org.throughline.platform.engine;

import java.util.List;
import java.util.function.Supplier;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.authorization.Groups;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Does in the engine what the application does on its own account, such as starting the process of an item, whoever
 * happens to be logged in. What a person may do is checked before, at the edge.
 */
@Component
public class AsSystem {

    private final IdentityService identity;

    public AsSystem(IdentityService identity) {
        this.identity = identity;
    }

    /** Runs without the caller's authorizations and puts the caller back. */
    public <T> T call(Supplier<T> action) {
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return action.get();
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller);
            }
        }
    }

    /** Runs with an administrator's authorizations under the caller's name, which the engine's log of operations keeps. */
    public <T> T callInCallersName(Supplier<T> action) {
        Authentication caller = identity.getCurrentAuthentication();
        if (caller == null) {
            return action.get();
        }
        identity.setAuthentication(caller.getUserId(), List.of(Groups.OPERATON_ADMIN), caller.getTenantIds());
        try {
            return action.get();
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
