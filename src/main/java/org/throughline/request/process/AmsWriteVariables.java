package org.throughline.request.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code ams-write}. */
final class AmsWriteVariables {

    /** What is left to write: MORE, NONE, REFUSED or CONFLICT. */
    static final ProcessVariable<String> PROGRESS = ProcessVariable.text("progress");

    /** Ledger row that was refused or met a conflict, and that a person decides about. */
    static final ProcessVariable<String> REFUSED_WRITE_ID = ProcessVariable.text("refusedWriteId");

    /** Why the system refused it, in its own words; in a conflict, what stands against what. */
    static final ProcessVariable<String> REFUSAL = ProcessVariable.text("refusal");

    /** RETRY or ABANDON, the person's answer to a refusal; OURS, THEIRS or OTHER, to a conflict. */
    static final ProcessVariable<String> CONFLICT_DECISION = ProcessVariable.text("conflictDecision");

    /** Why the person decided so. */
    static final ProcessVariable<String> CONFLICT_REASON = ProcessVariable.text("conflictReason");

    /** The value that the change was made for, and when it was read. */
    static final ProcessVariable<String> BASE_VALUE = ProcessVariable.text("baseValue");

    static final ProcessVariable<String> BASE_READ_AT = ProcessVariable.text("baseReadAt");

    /** The value that the change would write. */
    static final ProcessVariable<String> OUR_VALUE = ProcessVariable.text("ourValue");

    /** The value that the system holds, and when it was read. */
    static final ProcessVariable<String> THEIR_VALUE = ProcessVariable.text("theirValue");

    static final ProcessVariable<String> THEIR_READ_AT = ProcessVariable.text("theirReadAt");

    /** The value that the person enters instead of both. */
    static final ProcessVariable<String> OTHER_VALUE = ProcessVariable.text("otherValue");

    private AmsWriteVariables() {}
}
