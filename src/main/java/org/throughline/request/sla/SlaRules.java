package org.throughline.request.sla;

/** What the table Service clock says; asked while a process runs, its answer is kept with the process. */
public interface SlaRules {

    /** The clock on which a request runs. */
    SlaClock clock(String priority, String workType);

    /** Whether the clock stands still while the request waits for somebody. */
    boolean pauses(String priority, String workType, String waitingOn);
}
