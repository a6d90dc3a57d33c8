package org.throughline.intake.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code intake} that the request does not have. */
final class IntakeVariables {

    /** Said of {@link #FURTHER_WORK_TYPES} by a person who wants no further request. */
    static final String NOTHING_FURTHER = "NONE";

    /** NEW_WORK, OPEN_REQUEST, WAITING_ITEM or REFUSED. */
    static final ProcessVariable<String> DISPOSITION = ProcessVariable.text("disposition");

    /** Number of the request that the item was posted on over the interface; absent where that has to be found out. */
    static final ProcessVariable<String> POSTED_ON = ProcessVariable.text("postedOn");

    /** True where the item may answer the request's question. */
    static final ProcessVariable<Boolean> ANSWER_POSSIBLE = ProcessVariable.flag("answerPossible");

    /** Why the item was refused. */
    static final ProcessVariable<String> REFUSAL_REASON = ProcessVariable.text("refusalReason");

    /** What a person did about a refused item. */
    static final ProcessVariable<String> REVIEW_NOTE = ProcessVariable.text("reviewNote");

    /** Work types that the item opens a request for, the main one first, comma separated. */
    static final ProcessVariable<String> ASKS = ProcessVariable.text("asks");

    /** How many requests the item opens. */
    static final ProcessVariable<Integer> ASK_COUNT = ProcessVariable.number("askCount");

    /** Which of them is opened now, from 0; the engine counts it. */
    static final ProcessVariable<Integer> LOOP_COUNTER = ProcessVariable.number("loopCounter");

    /** The open request of a client who asks for the same again; absent where there is none. */
    static final ProcessVariable<String> EARLIER_REQUEST = ProcessVariable.text("earlierRequest");

    /** Work type of that request. */
    static final ProcessVariable<String> EARLIER_WORK_TYPE = ProcessVariable.text("earlierWorkType");

    /** The item in triage that this one answers. */
    static final ProcessVariable<String> WAITING_ITEM = ProcessVariable.text("waitingItem");

    /** OPEN, MERGE or ASK, as a person decided. */
    static final ProcessVariable<String> TRIAGE_DECISION = ProcessVariable.text("triageDecision");

    /** Further work types that a person wants a request for, comma separated; absent or empty leaves it to the table. */
    static final ProcessVariable<String> FURTHER_WORK_TYPES = ProcessVariable.text("furtherWorkTypes");

    /** The clients that the item may equally be about, one a line; absent where that is clear. */
    static final ProcessVariable<String> CLIENT_CANDIDATES = ProcessVariable.text("clientCandidates");

    /** Id of the client that a person chose among them. */
    static final ProcessVariable<String> CLIENT_CHOICE = ProcessVariable.text("clientChoice");

    private IntakeVariables() {}
}
