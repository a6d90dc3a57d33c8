package org.throughline.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.operaton.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the front half of the page; what it shows comes from the application's own interface. */
@Path("plugin/" + AutomationPlugin.ID)
public class AutomationRootResource extends AbstractCockpitPluginRootResource {

    public AutomationRootResource() {
        super(AutomationPlugin.ID);
    }

    @Path("{engineName}")
    public AutomationResource access(@PathParam("engineName") String engineName) {
        return subResource(new AutomationResource(engineName));
    }
}
