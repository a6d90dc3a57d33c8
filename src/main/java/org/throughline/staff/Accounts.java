package org.throughline.staff;

import java.util.List;

/** Logins of people in the engine. */
public interface Accounts {

    /**
     * Creates a login for each person who has none, in the groups of the person's role and queues.
     *
     * @param passwordIsUserId the practice agency's passwords; otherwise the logins have no password until an
     *     administrator sets one
     */
    void create(List<StaffMember> people, boolean passwordIsUserId);
}
