package org.throughline.automation;

import java.util.List;
import java.util.Optional;

/** Kill switches that were ever thrown. Keys are the same whatever their case. */
public interface SwitchTable {

    Optional<KillSwitch> find(SwitchScope scope, String key);

    /** Those that are on first. */
    List<KillSwitch> all();

    void put(KillSwitch killSwitch);
}
