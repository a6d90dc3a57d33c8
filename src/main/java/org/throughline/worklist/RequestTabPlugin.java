package org.throughline.worklist;

import java.util.Set;
import org.operaton.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** Registers the tab "Request" with Tasklist, which finds this class as a service. */
public class RequestTabPlugin extends AbstractTasklistPlugin {

    /** Id of the plugin in addresses and folder of its front half. */
    static final String ID = "request";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(RequestTabResource.class);
    }
}
