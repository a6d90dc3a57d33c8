package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.DeliverCertificate;
import org.throughline.servicing.certificate.usecase.DeliverCertificate.Delivery;

/** Deliver certificate: sends the planned mail. */
@Component
class DeliverCertificateDelegate implements JavaDelegate {

    private final DeliverCertificate delivering;

    DeliverCertificateDelegate(DeliverCertificate delivering) {
        this.delivering = delivering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Delivery delivery = delivering.deliver(RequestVariables.REQUEST_NUMBER.get(execution));
        CertificateVariables.DELIVERED.set(execution, delivery.sent());
        if (delivery.sent()) {
            RequestVariables.COMPLETION_EVIDENCE.set(execution, delivery.evidence());
        } else {
            CertificateVariables.DELIVERY_PROBLEM.set(execution, delivery.evidence());
        }
    }
}
