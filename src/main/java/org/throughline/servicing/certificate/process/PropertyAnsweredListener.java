package org.throughline.servicing.certificate.process;

import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnDecisionResultEntries;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps the answer of property-check for one question as a line of {@code propertyAnswers}. */
@Component
class PropertyAnsweredListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getVariable("decisionResult") instanceof DmnDecisionResult decided) {
            DmnDecisionResultEntries answer = decided.getSingleResult();
            String question = CertificateVariables.PROPERTY_QUESTION.get(execution);
            String line = question.substring(0, question.indexOf('=')) + "=" + answer.getEntry("propertyResult") + "|"
                    + answer.getEntry("propertyReason");
            String before = CertificateVariables.PROPERTY_ANSWERS
                    .find(execution)
                    .map(lines -> lines + "\n")
                    .orElse("");
            CertificateVariables.PROPERTY_ANSWERS.set(execution, before + line);
        }
    }
}
