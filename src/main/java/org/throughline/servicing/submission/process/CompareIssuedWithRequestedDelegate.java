package org.throughline.servicing.submission.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.submission.CompareIssued;

/** Compare issued with requested: field by field; a confirmation that does not say what was issued is not enough. */
@Component
class CompareIssuedWithRequestedDelegate implements JavaDelegate {

    private final CompareIssued comparing;

    CompareIssuedWithRequestedDelegate(CompareIssued comparing) {
        this.comparing = comparing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CompareIssued.Result result = comparing.compare(CarrierVariables.SUBMISSION_ID.get(execution));
        CarrierVariables.ISSUED_AS_ASKED.set(execution, result.asAsked());
        CarrierVariables.DIFFERENCES.set(execution, result.differences());
        RequestVariables.COMPLETION_EVIDENCE.set(execution, result.evidence());
    }
}
