package org.throughline.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.operaton.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the front half of the page; what it shows comes from the application's own interface. */
@Path("plugin/" + LearningPlugin.ID)
public class LearningRootResource extends AbstractCockpitPluginRootResource {

    public LearningRootResource() {
        super(LearningPlugin.ID);
    }

    @Path("{engineName}")
    public LearningResource access(@PathParam("engineName") String engineName) {
        return subResource(new LearningResource(engineName));
    }
}
