package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.BpmnError;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.DeliverCertificate;
import org.throughline.servicing.certificate.usecase.DeliverCertificate.Delivery;
import org.throughline.servicing.certificate.usecase.DeliverCertificate.Result;

/** Deliver certificate: sends the planned mail, unless automation was switched off before it went out. */
@Component
class DeliverCertificateDelegate implements JavaDelegate {

    /** Error code where a kill switch held it. */
    private static final String SWITCHED_OFF = "automation-switched-off";

    private final DeliverCertificate delivering;

    DeliverCertificateDelegate(DeliverCertificate delivering) {
        this.delivering = delivering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Delivery delivery = delivering.deliver(
                RequestVariables.REQUEST_NUMBER.get(execution),
                RequestVariables.STRAIGHT_THROUGH.find(execution).orElse(false));
        CertificateVariables.DELIVERED.set(execution, delivery.result() == Result.SENT);
        switch (delivery.result()) {
            case SENT -> RequestVariables.COMPLETION_EVIDENCE.set(execution, delivery.sentence());
            case REFUSED -> CertificateVariables.DELIVERY_PROBLEM.set(execution, delivery.sentence());
            case HELD -> {
                RequestVariables.STOP_REASON.set(execution, delivery.sentence());
                CertificateVariables.CHECK_SUMMARY.set(execution, delivery.checks());
                throw new BpmnError(SWITCHED_OFF, delivery.sentence());
            }
        }
    }
}
