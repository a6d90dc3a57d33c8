package org.throughline.request.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code service-request} that only its own tasks use. */
final class ServiceRequestVariables {

    /** What a person did about a message that arrived while the request was open. */
    static final ProcessVariable<String> MESSAGE_NOTE = ProcessVariable.text("messageNote");

    private ServiceRequestVariables() {}
}
