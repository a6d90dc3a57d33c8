package org.throughline.servicing.submission;

import org.throughline.carrier.SubmissionAnswer;

/** How far a carrier submission is. */
public enum SubmissionState {
    /** To be submitted. */
    PLANNED,
    /** With the carrier, which has not decided. It is no coverage. */
    WAITING,
    /** The carrier has named its price; nothing is bound. */
    QUOTED,
    CONFIRMED,
    DECLINED,
    /** The carrier could not take it as it was; a person corrects it in a submission of its own. */
    REFUSED,
    /** Nobody waits for it any more. */
    WITHDRAWN;

    /** What an answer makes of a submission. */
    public static SubmissionState of(SubmissionAnswer.Status status) {
        return switch (status) {
            case QUOTED -> QUOTED;
            case CONFIRMED -> CONFIRMED;
            case DECLINED -> DECLINED;
            case PENDING, REFERRED -> WAITING;
        };
    }

    /** True while an answer of the carrier would still count. */
    public boolean isOpen() {
        return this == PLANNED || this == WAITING;
    }
}
