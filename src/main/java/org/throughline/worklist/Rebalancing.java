package org.throughline.worklist;

/** Moves the open work of somebody who is away to colleagues, in the background. */
public interface Rebalancing {

    /**
     * Starts a run over everything that is assigned to a person.
     *
     * @param reason why, for colleagues to read, such as {@code Out sick}
     * @return the run's id
     */
    String start(String userId, String reason, String startedBy);
}
