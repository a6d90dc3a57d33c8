package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Gives property-check one question and its fact, as transient variables. */
@Component
class PropertyQuestionListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (!execution.hasVariable(CertificateVariables.PROPERTY_QUESTION.name())) {
            return;
        }
        String question = CertificateVariables.PROPERTY_QUESTION.get(execution);
        int equals = question.indexOf('=');
        execution.setVariableLocal("propertyAsked", Variables.stringValue(question.substring(0, equals), true));
        execution.setVariableLocal("propertyFact", Variables.stringValue(question.substring(equals + 1), true));
    }
}
