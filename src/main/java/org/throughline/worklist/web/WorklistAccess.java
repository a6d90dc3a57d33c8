package org.throughline.worklist.web;

import java.util.List;
import org.throughline.platform.security.Caller;
import org.throughline.platform.security.Roles;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;

/** Who may do what with lists of tasks. */
final class WorklistAccess {

    private static final List<String> MANAGERS = List.of(Roles.MANAGER, Roles.ADMIN, "operaton-admin");

    private WorklistAccess() {}

    static void requireManager(Caller caller) {
        if (!isManager(caller)) {
            throw Problem.forbidden("Only managers and administrators may move other people's work.");
        }
    }

    static boolean isManager(Caller caller) {
        return caller.groups().stream().anyMatch(MANAGERS::contains);
    }

    static void requirePage(int page, int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
    }
}
