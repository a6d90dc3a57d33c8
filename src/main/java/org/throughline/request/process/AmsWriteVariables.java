package org.throughline.request.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code ams-write}. */
final class AmsWriteVariables {

    /** What is left to write: MORE, NONE or REFUSED. */
    static final ProcessVariable<String> PROGRESS = ProcessVariable.text("progress");

    /** Ledger row that was refused. */
    static final ProcessVariable<String> REFUSED_WRITE_ID = ProcessVariable.text("refusedWriteId");

    /** Why the system refused it, in its own words. */
    static final ProcessVariable<String> REFUSAL = ProcessVariable.text("refusal");

    /** RETRY or ABANDON, the person's answer to a refusal. */
    static final ProcessVariable<String> CONFLICT_DECISION = ProcessVariable.text("conflictDecision");

    /** Why the person decided so. */
    static final ProcessVariable<String> CONFLICT_REASON = ProcessVariable.text("conflictReason");

    private AmsWriteVariables() {}
}
