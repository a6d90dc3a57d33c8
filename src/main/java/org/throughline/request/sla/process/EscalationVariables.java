package org.throughline.request.sla.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code escalation}, beside those that it takes over from the request. */
final class EscalationVariables {

    /** What happened, as sentences for the manager. */
    static final ProcessVariable<String> WHAT_HAPPENED = ProcessVariable.text("whatHappened");

    /** ACCEPT, REASSIGN or CONTACT. */
    static final ProcessVariable<String> ESCALATION_DECISION = ProcessVariable.text("escalationDecision");

    static final ProcessVariable<String> ESCALATION_REASON = ProcessVariable.text("escalationReason");

    /** Queue that the request goes to; empty to leave it where it is. */
    static final ProcessVariable<String> NEW_QUEUE = ProcessVariable.text("newQueue");

    /** User id of the person who takes it over; empty for whoever claims it. */
    static final ProcessVariable<String> NEW_ASSIGNEE = ProcessVariable.text("newAssignee");

    /** What was said to the client. */
    static final ProcessVariable<String> CONTACT_NOTE = ProcessVariable.text("contactNote");

    /** User id of the manager. */
    static final ProcessVariable<String> DECIDED_BY = ProcessVariable.text("decidedBy");

    private EscalationVariables() {}
}
