package org.throughline.cockpit;

import java.util.Set;
import org.operaton.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Registers the page "Work" with Cockpit, which finds this class as a service. */
public class WorkPlugin extends AbstractCockpitPlugin {

    /** Id of the plugin in addresses and folder of its front half. */
    static final String ID = "work";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(WorkRootResource.class);
    }
}
