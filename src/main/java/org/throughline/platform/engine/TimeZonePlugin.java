package org.throughline.platform.engine;

import java.time.ZoneId;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * Stops the start of a node whose time zone is not that of the database. The engine's tables hold times without a zone, so
 * every timer and every report would be hours off, on this node and for the others.
 */
@Component
public class TimeZonePlugin extends AbstractProcessEnginePlugin {

    private static final String PROPERTY = "throughline.time-zone";

    private final ZoneId zone;

    public TimeZonePlugin() {
        this(ZoneId.systemDefault());
    }

    TimeZonePlugin(ZoneId zone) {
        this.zone = zone;
    }

    /** The first start decides. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ManagementService management = engine.getManagementService();
        String known = management.getProperties().get(PROPERTY);
        if (known == null) {
            management.setProperty(PROPERTY, zone.getId());
        } else if (!ZoneId.of(known).getRules().equals(zone.getRules())) {
            throw new IllegalStateException("The times in this database were written in the time zone " + known
                    + ", and this node is in " + zone + ". Start it with -Duser.timezone=" + known + ".");
        }
    }
}
