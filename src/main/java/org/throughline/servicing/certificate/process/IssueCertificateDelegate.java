package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.request.RequestVariables;
import org.throughline.servicing.certificate.usecase.IssueCertificate;

/** Issue certificate: prints and stores it, plans its mail and its AMS records. */
@Component
class IssueCertificateDelegate implements JavaDelegate {

    private final IssueCertificate issuing;
    private final AskedVariables asked;

    IssueCertificateDelegate(IssueCertificate issuing, AskedVariables asked) {
        this.issuing = issuing;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RequestVariables.DOCUMENT_ID.set(
                execution, issuing.issue(RequestVariables.REQUEST_NUMBER.get(execution), asked.thread(execution)));
    }
}
