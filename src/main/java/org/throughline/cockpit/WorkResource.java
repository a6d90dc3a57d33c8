package org.throughline.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.operaton.bpm.engine.impl.identity.Authentication;

/** Says who sees the page at all; its calls are checked where they arrive. */
@Produces(MediaType.APPLICATION_JSON)
public class WorkResource extends AbstractCockpitPluginResource {

    private static final Set<String> ALLOWED = Set.of("manager", "admin", "operaton-admin");

    public WorkResource(String engineName) {
        super(engineName);
    }

    /** Whether the person who is logged in sees the page. */
    @GET
    @Path("access")
    public Map<String, Boolean> access() {
        @Nullable
        Authentication current = getProcessEngine().getIdentityService().getCurrentAuthentication();
        @Nullable List<String> own = current == null ? null : current.getGroupIds();
        return Map.of("mayUse", own != null && own.stream().anyMatch(ALLOWED::contains));
    }
}
