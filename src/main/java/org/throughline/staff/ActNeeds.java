package org.throughline.staff;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What license acts on a request need, asked without a task at hand. */
public interface ActNeeds {

    /**
     * What the acts need; empty where anybody may do all of them.
     *
     * @param variables of the request's process
     */
    Optional<LicenseNeed> of(Set<Act> acts, Map<String, Object> variables);
}
