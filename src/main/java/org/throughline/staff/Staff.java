package org.throughline.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people of the agency and of its partners, with their licenses, appointments and absences. */
public interface Staff {

    /** True until the first person has been added. */
    boolean isEmpty();

    /** Everybody, by user id; those who left too. */
    List<StaffMember> all();

    Optional<StaffMember> find(String userId);

    /** Adds people who are not there yet. */
    void add(List<StaffMember> people);

    /** Replaces a person who is there, with all licenses and appointments. */
    void update(StaffMember person);

    /** Everybody's absences that have a part between two moments, the earliest first. */
    List<Absence> absences(Instant from, Instant until);

    /** User ids of who is absent at this moment. */
    Set<String> absentNow();

    void addAbsence(Absence absence);

    /** Removes an absence of a person; false if there is none with this id. */
    boolean removeAbsence(String userId, String absenceId);
}
