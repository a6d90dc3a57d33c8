package org.throughline.request.sla;

/** What can happen to the clock of a request. The first two repeat; each of the others happens once. */
public enum SlaStage {
    PAUSED("The clock stands still"),
    RESUMED("The clock runs again"),
    AT_RISK("At risk of being late"),
    HARD_DATE_NEAR("Hard date near"),
    BREACHED("Past due"),
    ESCALATED("Escalated to the managers"),
    DECIDED("Decided by a manager");

    private final String title;

    SlaStage(String title) {
        this.title = title;
    }

    /** A short heading, for people. */
    public String title() {
        return title;
    }
}
