package org.throughline.request.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code missing-information}. */
final class MissingInformationVariables {

    /** How often the client was reminded. */
    static final ProcessVariable<Integer> REMINDERS = ProcessVariable.number("reminders");

    /** What the client said on the telephone. */
    static final ProcessVariable<String> ANSWER = ProcessVariable.text("answer");

    private MissingInformationVariables() {}
}
