package org.throughline.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.operaton.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the front half of the page; what it shows comes from the application's own interface. */
@Path("plugin/" + WorkPlugin.ID)
public class WorkRootResource extends AbstractCockpitPluginRootResource {

    public WorkRootResource() {
        super(WorkPlugin.ID);
    }

    @Path("{engineName}")
    public WorkResource access(@PathParam("engineName") String engineName) {
        return subResource(new WorkResource(engineName));
    }
}
