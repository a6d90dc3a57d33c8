package org.throughline.staff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Logins without an engine. */
public final class InMemoryAccounts implements Accounts {

    /** Logins that are there besides those of people. */
    public final Set<String> others = new HashSet<>();

    /** Everybody whose login was made to follow, in order. */
    public final List<StaffMember> followed = new ArrayList<>();

    @Override
    public boolean exists(String userId) {
        return others.contains(userId)
                || followed.stream().anyMatch(person -> person.userId().equals(userId));
    }

    @Override
    public void follow(StaffMember person) {
        followed.add(person);
    }
}
