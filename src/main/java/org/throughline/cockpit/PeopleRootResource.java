package org.throughline.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.operaton.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the front half of the page; what it shows comes from the application's own interface. */
@Path("plugin/" + PeoplePlugin.ID)
public class PeopleRootResource extends AbstractCockpitPluginRootResource {

    public PeopleRootResource() {
        super(PeoplePlugin.ID);
    }

    @Path("{engineName}")
    public PeopleResource access(@PathParam("engineName") String engineName) {
        return subResource(new PeopleResource(engineName));
    }
}
