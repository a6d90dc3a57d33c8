package org.throughline.worklist;

import java.util.Map;

/** The table {@code assignment}: how a task of a queue finds its person, and whether a partner may get it by hand. */
public interface AssignmentRules {

    /**
     * The plan for a task.
     *
     * @param facts inputs of the table: queue, workType, priority
     */
    Plan of(Map<String, Object> facts);

    /**
     * True where somebody may give such work to a partner.
     *
     * @param facts as for a plan
     */
    boolean isPartnerAllowed(Map<String, Object> facts);

    /**
     * How the task finds its person.
     *
     * @param push assigned at once; otherwise it waits in its queue until somebody claims it
     * @param skill skill that makes a person the better choice, such as {@code CERTIFICATES}; empty if none does
     * @param minutes working minutes that a task like this takes
     * @param keepWithOwner goes to the client's own account manager or producer while that person has room
     */
    record Plan(boolean push, String skill, int minutes, boolean keepWithOwner) {}
}
