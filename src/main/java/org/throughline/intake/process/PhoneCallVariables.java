package org.throughline.intake.process;

import java.util.List;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.throughline.intake.PhoneCall;
import org.throughline.platform.engine.ProcessVariable;

/**
 * Variables of the process {@code log-phone-call}: the fields of its start form. They are gone when the process ends, as
 * the item holds what they said.
 */
final class PhoneCallVariables {

    static final ProcessVariable<String> CALLER = ProcessVariable.text("caller");
    static final ProcessVariable<String> CALLER_NUMBER = ProcessVariable.text("callerNumber");
    static final ProcessVariable<String> CALL_CLIENT = ProcessVariable.text("callClient");
    static final ProcessVariable<String> CALL_POLICY = ProcessVariable.text("callPolicy");
    static final ProcessVariable<String> CALL_ABOUT = ProcessVariable.text("callAbout");

    /** NORMAL, TODAY or NOW. */
    static final ProcessVariable<String> CALL_URGENCY = ProcessVariable.text("callUrgency");

    static final ProcessVariable<Boolean> CALL_BACK = ProcessVariable.flag("callBack");
    static final ProcessVariable<String> CALL_BACK_AT = ProcessVariable.text("callBackAt");

    /** User id of whoever took the call. */
    static final ProcessVariable<String> LOGGED_BY = ProcessVariable.text("loggedBy");

    private static final List<ProcessVariable<?>> FIELDS =
            List.of(CALLER, CALLER_NUMBER, CALL_CLIENT, CALL_POLICY, CALL_ABOUT, CALL_URGENCY, CALL_BACK, CALL_BACK_AT);

    private PhoneCallVariables() {}

    static PhoneCall call(DelegateExecution execution) {
        return new PhoneCall(
                text(execution, LOGGED_BY),
                CALLER.get(execution).strip(),
                text(execution, CALLER_NUMBER),
                text(execution, CALL_CLIENT),
                text(execution, CALL_POLICY),
                CALL_ABOUT.get(execution).strip(),
                PhoneCall.Urgency.named(CALL_URGENCY.find(execution).orElse(null)),
                CALL_BACK.find(execution).orElse(false),
                text(execution, CALL_BACK_AT));
    }

    static void forget(DelegateExecution execution) {
        FIELDS.forEach(field -> execution.removeVariable(field.name()));
    }

    private static String text(DelegateExecution execution, ProcessVariable<String> variable) {
        return variable.find(execution).orElse("").strip();
    }
}
