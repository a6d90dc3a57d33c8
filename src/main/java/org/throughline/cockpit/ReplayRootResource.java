package org.throughline.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.operaton.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the front half of the page; what it shows comes from the application's own interface. */
@Path("plugin/" + ReplayPlugin.ID)
public class ReplayRootResource extends AbstractCockpitPluginRootResource {

    public ReplayRootResource() {
        super(ReplayPlugin.ID);
    }

    @Path("{engineName}")
    public ReplayResource access(@PathParam("engineName") String engineName) {
        return subResource(new ReplayResource(engineName));
    }
}
