package org.throughline.request.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code service-request} that only its own tasks use. */
final class ServiceRequestVariables {

    /** What a person did about a message that arrived while the request was open. */
    static final ProcessVariable<String> MESSAGE_NOTE = ProcessVariable.text("messageNote");

    /** What changed on a policy while the request was open. */
    static final ProcessVariable<String> POLICY_CHANGE = ProcessVariable.text("policyChange");

    /** GO_ON or STOP, the person's answer to it. */
    static final ProcessVariable<String> POLICY_CHANGE_DECISION = ProcessVariable.text("policyChangeDecision");

    /** What the person did about it. */
    static final ProcessVariable<String> POLICY_CHANGE_NOTE = ProcessVariable.text("policyChangeNote");

    private ServiceRequestVariables() {}
}
