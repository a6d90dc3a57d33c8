package org.throughline.servicing.certificate.process;

import java.util.List;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps the gaps that certificate-limits found as {@code limitGaps}; nothing where there are none. */
@Component
class LimitsComparedListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getVariable("decisionResult") instanceof DmnDecisionResult compared && !compared.isEmpty()) {
            List<String> gaps = compared.collectEntries("gap");
            CertificateVariables.LIMIT_GAPS.set(execution, String.join(",", gaps));
        }
    }
}
