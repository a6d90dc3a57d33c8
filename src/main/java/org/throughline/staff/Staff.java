package org.throughline.staff;

import java.util.List;
import java.util.Optional;

/** The people of the agency and of its partners, with their licenses. */
public interface Staff {

    /** True until the first person has been added. */
    boolean isEmpty();

    /** Everybody, by user id. */
    List<StaffMember> all();

    Optional<StaffMember> find(String userId);

    /** Adds people who are not there yet. */
    void add(List<StaffMember> people);
}
