package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.AmendCertificate;

/** Send certificate again: plans another mail of the certificate to the corrected address. */
@Component
class SendCertificateAgainDelegate implements JavaDelegate {

    private final AmendCertificate amending;

    SendCertificateAgainDelegate(AmendCertificate amending) {
        this.amending = amending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        amending.resendTo(RequestVariables.REQUEST_NUMBER.get(execution), RequestVariables.DELIVER_TO.get(execution));
    }
}
