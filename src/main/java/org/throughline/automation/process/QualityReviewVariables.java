package org.throughline.automation.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of {@code quality-review} beside those of the request. */
final class QualityReviewVariables {

    /** False where a person acted on the request after all, so that there is nothing to sample. */
    static final ProcessVariable<Boolean> FINISHED_ALONE = ProcessVariable.flag("finishedAlone");

    /** Full days since the work type was given its level; 9999 for the level it began with. */
    static final ProcessVariable<Integer> DAYS_AT_LEVEL = ProcessVariable.number("daysAtLevel");

    /** Full days since an error was last found; 9999 where there never was one. */
    static final ProcessVariable<Integer> DAYS_SINCE_DEFECT = ProcessVariable.number("daysSinceDefect");

    /** Outcomes looked at since the level was given. */
    static final ProcessVariable<Integer> LOOKED_AT = ProcessVariable.number("lookedAt");

    /** How many in a hundred are looked at, as the table decided. */
    static final ProcessVariable<Integer> SAMPLING_RATE = ProcessVariable.number("samplingRate");

    /** Where the request stands among all, from 0 to 100; it is looked at where this is below the rate. */
    static final ProcessVariable<Double> SAMPLING_DRAW = ProcessVariable.decimal("samplingDraw");

    /** OK or DEFECT, as the person found. */
    static final ProcessVariable<String> VERDICT = ProcessVariable.text("verdict");

    /** MINOR, MAJOR or SEVERE; only of a defect. */
    static final ProcessVariable<String> SEVERITY = ProcessVariable.text("severity");

    /** What is wrong, in the person's words; only of a defect. */
    static final ProcessVariable<String> DEFECT = ProcessVariable.text("defect");

    private QualityReviewVariables() {}
}
