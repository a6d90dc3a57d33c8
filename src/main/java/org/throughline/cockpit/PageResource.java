package org.throughline.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.cockpit.Cockpit;
import org.operaton.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.operaton.bpm.engine.impl.identity.Authentication;

/**
 * Serves the front half of every page of ours and says who gets the page; what a page shows comes from the application's own
 * interface. Cockpit's own plugins are named literally in their paths, which go before this one.
 */
@Path("plugin/{page: [a-z]+}")
public class PageResource extends AbstractCockpitPluginRootResource {

    /** The files of a page, and the modules that the kit has for all of them. */
    private static final List<String> SERVED = List.of("app/plugin.js", "app/plugin.css", "app/kit.js", "app/page.js");

    private final String page;

    public PageResource(@PathParam("page") String page) {
        super(page);
        this.page = page;
    }

    @Override
    protected List<String> getAllowedAssets() {
        return SERVED;
    }

    /** Whether the person who is logged in gets the page. */
    @GET
    @Path("{engineName}/access")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Boolean> access(@PathParam("engineName") String engineName) {
        @Nullable
        Authentication current =
                Cockpit.getProcessEngine(engineName).getIdentityService().getCurrentAuthentication();
        @Nullable List<String> own = current == null ? null : current.getGroupIds();
        boolean mayUse = own != null
                && Cockpit.getRuntimeDelegate().getAppPluginRegistry().getPlugin(page) instanceof CockpitPage known
                && known.isFor(own);
        return Map.of("mayUse", mayUse);
    }
}
