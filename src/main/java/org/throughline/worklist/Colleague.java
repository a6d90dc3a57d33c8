package org.throughline.worklist;

import org.throughline.staff.StaffMember;

/**
 * A person who might take a task.
 *
 * @param absent away at this moment by the list of absences
 * @param working within the person's working hours at this moment
 * @param committedMinutes minutes of the open tasks that the person has already
 */
public record Colleague(StaffMember person, boolean absent, boolean working, int committedMinutes) {

    /** Minutes of a working day that are still free; negative where there is more work than day. */
    public int freeMinutes() {
        return person.capacityMinutes() - committedMinutes;
    }

    /** Committed part of the working day; whoever has no capacity is full. */
    double load() {
        return person.capacityMinutes() <= 0 ? 1 : (double) committedMinutes / person.capacityMinutes();
    }

    /** The same person with one task more. */
    public Colleague with(int minutes) {
        return new Colleague(person, absent, working, committedMinutes + minutes);
    }
}
