package org.throughline.cockpit;

import static org.operaton.bpm.engine.authorization.Groups.OPERATON_ADMIN;
import static org.throughline.platform.security.Roles.ADMIN;
import static org.throughline.platform.security.Roles.ANALYST;
import static org.throughline.platform.security.Roles.MANAGER;

import java.util.Set;

/**
 * Our pages in Cockpit, each with the groups that get it. Cockpit finds them as services: a new page is a class here, its
 * line in {@code META-INF/services} and its folder in {@code plugin-webapp}.
 */
public final class Pages {

    private Pages() {}

    /** What the pages share in the browser; no page, so nobody gets it. */
    public static final class Kit extends CockpitPage {
        public Kit() {
            super("kit");
        }
    }

    /** The agency's figures, which come through a resource of their own. */
    public static final class Agency extends CockpitPage {
        public Agency() {
            super("agency", MANAGER, ADMIN, OPERATON_ADMIN);
        }

        @Override
        public Set<Class<?>> getResourceClasses() {
            return Set.of(AgencyResource.class);
        }
    }

    /** How far each automation is trusted. */
    public static final class Automation extends CockpitPage {
        public Automation() {
            super("automation", MANAGER, ADMIN, OPERATON_ADMIN);
        }
    }

    /** Files in and out, and who is told what happens to requests. */
    public static final class Exchange extends CockpitPage {
        public Exchange() {
            super("exchange", MANAGER, ADMIN, OPERATON_ADMIN);
        }
    }

    /** What the work-type suggester learns from. */
    public static final class Learning extends CockpitPage {
        public Learning() {
            super("learning", ANALYST, ADMIN, OPERATON_ADMIN);
        }
    }

    /** What left the house, and what has not yet. */
    public static final class Ledger extends CockpitPage {
        public Ledger() {
            super("ledger", MANAGER, ANALYST, ADMIN, OPERATON_ADMIN);
        }
    }

    /** Who works here and for the agency, with which licenses. */
    public static final class People extends CockpitPage {
        public People() {
            super("people", MANAGER, ADMIN, OPERATON_ADMIN);
        }
    }

    /** What a changed table would have decided. */
    public static final class Replay extends CockpitPage {
        public Replay() {
            super("replay", ANALYST, MANAGER, ADMIN, OPERATON_ADMIN);
        }
    }

    /** Open tasks, many at a time. */
    public static final class Work extends CockpitPage {
        public Work() {
            super("work", MANAGER, ADMIN, OPERATON_ADMIN);
        }
    }
}
