package org.throughline.worklist;

import jakarta.ws.rs.Path;
import org.operaton.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves the front half of the tab; its data comes from the application's own interface. */
@Path("plugin/" + RequestTabPlugin.ID)
public class RequestTabResource extends AbstractTasklistPluginRootResource {

    public RequestTabResource() {
        super(RequestTabPlugin.ID);
    }
}
