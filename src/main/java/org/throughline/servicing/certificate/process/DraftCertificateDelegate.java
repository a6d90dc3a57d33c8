package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.DraftCertificate;

/** Draft certificate: stores what would go out, for the person who reviews it. */
@Component
class DraftCertificateDelegate implements JavaDelegate {

    private final DraftCertificate drafting;

    DraftCertificateDelegate(DraftCertificate drafting) {
        this.drafting = drafting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drafting.draft(RequestVariables.REQUEST_NUMBER.get(execution));
    }
}
