package org.throughline.staff.roster;

import java.util.List;

/**
 * What a file of people does, or would do.
 *
 * @param people how many people the file has
 * @param created user ids of who is new
 * @param errors everything that is wrong; if there is anything, the file changes nothing
 */
public record ImportOutcome(
        int people, List<String> created, List<Change> changed, List<String> unchanged, List<LineFault> errors) {

    /** A person who is there, and which fields differ. */
    public record Change(String userId, List<String> fields) {}
}
