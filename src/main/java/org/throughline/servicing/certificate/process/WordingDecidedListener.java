package org.throughline.servicing.certificate.process;

import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnDecisionResultEntries;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps the answer of wording-support for one item as a line of {@code wordingSupport}. */
@Component
class WordingDecidedListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getVariable("decisionResult") instanceof DmnDecisionResult decided) {
            DmnDecisionResultEntries answer = decided.getSingleResult();
            String line = CertificateVariables.WORDING_ITEM.get(execution) + "=" + answer.getEntry("support") + "|"
                    + answer.getEntry("supportReason");
            String before = CertificateVariables.WORDING_SUPPORT
                    .find(execution)
                    .map(lines -> lines + "\n")
                    .orElse("");
            CertificateVariables.WORDING_SUPPORT.set(execution, before + line);
        }
    }
}
