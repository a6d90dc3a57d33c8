package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.automation.AutomationLevel;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.CheckCertificate;
import org.throughline.servicing.certificate.usecase.CheckCertificate.Outcome;

/** Check certificate: every check with its answer, and what the reviewing person needs where one is needed. */
@Component
class CheckCertificateDelegate implements JavaDelegate {

    private final CheckCertificate checking;

    CheckCertificateDelegate(CheckCertificate checking) {
        this.checking = checking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Outcome outcome = checking.check(
                RequestVariables.REQUEST_NUMBER.get(execution),
                DecidedVariables.of(execution),
                RequestVariables.STRAIGHT_THROUGH.find(execution).orElse(false),
                RequestVariables.AUTOMATION.find(execution).flatMap(AutomationLevel::find));
        CertificateVariables.CERTIFICATE_READY.set(execution, outcome.ready());
        if (!outcome.ready()) {
            CertificateVariables.CHECK_SUMMARY.set(execution, outcome.summary());
            RequestVariables.STOP_REASON.set(execution, outcome.stopReason());
            DecidedVariables.requireLicense(execution, outcome);
        }
    }
}
