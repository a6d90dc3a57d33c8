package org.throughline.staff;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the agency's table {@code license-requirement} says about acts, as it stands now. */
public interface ActRules {

    /**
     * The answer for one act.
     *
     * @param facts the other inputs of the table and of what it requires, by name
     */
    Requirement of(Act act, Map<String, Object> facts);

    /**
     * What an act needs.
     *
     * @param required false where anybody may do it
     * @param appointment the carrier must have appointed the person
     */
    record Requirement(
            boolean required, Set<String> lines, @Nullable String state, boolean appointment) {}
}
