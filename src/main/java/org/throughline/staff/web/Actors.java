package org.throughline.staff.web;

import org.throughline.platform.security.Caller;
import org.throughline.platform.security.Roles;
import org.throughline.staff.roster.Roster.Actor;

/** Who writes on the list, of who calls. */
final class Actors {

    private Actors() {}

    static Actor of(Caller caller) {
        return new Actor(caller.userId(), caller.groups().contains(Roles.ADMIN));
    }
}
