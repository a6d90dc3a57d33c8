package org.throughline.automation;

/** How it came out whether an automation was right. */
public enum OutcomeKind {
    /** In shadow, what it would have done was compared with what the person did. */
    SHADOW_COMPARED(true),
    /** The person approved what it prepared, unchanged. */
    APPROVED(true),
    /** The person changed what it prepared, or did something else. */
    PERSON_OVERRULED(true),
    /** A person looked at it after the fact. */
    REVIEWED(true),
    /** What it had finished had to be done again. */
    REOPENED(false),
    /** What it had sent could not be delivered. */
    BOUNCED(false);

    private final boolean lookedAt;

    OutcomeKind(boolean lookedAt) {
        this.lookedAt = lookedAt;
    }

    /** True where right ones are counted too; false for what only errors tell of. */
    public boolean lookedAt() {
        return lookedAt;
    }
}
