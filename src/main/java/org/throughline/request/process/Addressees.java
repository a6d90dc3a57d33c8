package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.VariableScope;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestMail.Addressee;

/** Reads from a request's variables whom to write to. */
final class Addressees {

    private Addressees() {}

    static Addressee of(VariableScope scope) {
        return new Addressee(
                RequestVariables.REQUEST_NUMBER.get(scope),
                RequestVariables.REPLY_TO.find(scope).orElse(""),
                RequestVariables.SENDER_NAME.find(scope).orElse(null),
                RequestVariables.SUBJECT.find(scope).orElse(null),
                RequestVariables.ORIGINAL_MESSAGE_ID.find(scope).orElse(null));
    }
}
