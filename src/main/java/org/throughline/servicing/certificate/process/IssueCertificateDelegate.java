package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.IssueCertificate;

/** Issue certificate: prints and stores it, plans its mail and its AMS records. */
@Component
class IssueCertificateDelegate implements JavaDelegate {

    private final IssueCertificate issuing;

    IssueCertificateDelegate(IssueCertificate issuing) {
        this.issuing = issuing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RequestVariables.DOCUMENT_ID.set(
                execution,
                issuing.issue(RequestVariables.REQUEST_NUMBER.get(execution), AskedVariables.thread(execution)));
    }
}
