package org.throughline.cockpit;

import java.util.Collection;
import java.util.Set;
import org.operaton.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * A page of ours in Cockpit. Its front half stands in the folder {@code plugin-webapp/<id>}; its server half serves that and
 * says who gets the page. What the page shows is checked once more where its calls arrive.
 */
public abstract class CockpitPage extends AbstractCockpitPlugin {

    private final String id;
    private final Set<String> groups;

    /**
     * A page for people of these groups.
     *
     * @param id in addresses, and the folder of its front half
     */
    protected CockpitPage(String id, String... groups) {
        this.id = id;
        this.groups = Set.of(groups);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(PageResource.class);
    }

    /** Whether somebody who is in these groups gets the page. */
    boolean isFor(Collection<String> own) {
        return own.stream().anyMatch(groups::contains);
    }
}
