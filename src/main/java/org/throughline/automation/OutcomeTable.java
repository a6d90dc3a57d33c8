package org.throughline.automation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.throughline.automation.AutomationEvidence.Proposal;

/** What automations proposed, and what is known of their work. */
public interface OutcomeTable {

    /** Keeps a proposal unless the request has one, or was looked at already. */
    void propose(Proposal proposal, Instant at);

    /** Takes the proposal of a request away, to be compared. */
    Optional<Proposal> takeProposal(String requestNumber);

    /**
     * Keeps an outcome.
     *
     * @return false where the request has one of this kind already
     */
    boolean add(AutomationOutcome outcome);

    /** What is known of a work type at a level from some moment on. */
    Evidence evidence(String workType, AutomationLevel level, Instant from);

    /** Whether each of the latest outcomes looked at was right, at that level from some moment on. */
    List<Boolean> latest(String workType, AutomationLevel level, Instant from, int count);

    /** When the last error was found. */
    Optional<Instant> lastError(String workType);

    /** How much came back at that level from some moment on. */
    int cameBack(String workType, AutomationLevel level, Instant from);

    /** How many requests automation finished alone from some moment on. */
    long finishedAlone(String workType, Instant from);

    /** True where automation finished the request and no person acted on it. */
    boolean finishedAlone(String requestNumber);
}
