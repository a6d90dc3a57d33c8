package org.throughline.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.operaton.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Serves the front half of the page and leads to its figures. */
@Path("plugin/" + AgencyPlugin.ID)
public class AgencyRootResource extends AbstractCockpitPluginRootResource {

    public AgencyRootResource() {
        super(AgencyPlugin.ID);
    }

    @Path("{engineName}")
    public AgencyResource figures(@PathParam("engineName") String engineName) {
        return subResource(new AgencyResource(
                engineName, WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)));
    }
}
