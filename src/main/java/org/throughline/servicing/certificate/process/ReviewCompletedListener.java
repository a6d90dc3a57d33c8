package org.throughline.servicing.certificate.process;

import java.util.Objects;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.Refusal;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.ApproveCertificate;
import org.throughline.servicing.certificate.usecase.CertificateRefused;

/**
 * When a person has reviewed a certificate: takes their approval, or tells them in the form why it cannot be issued; where
 * they decline or ask, that is compared with what automation would have done.
 */
@Component
class ReviewCompletedListener implements TaskListener {

    private final ApproveCertificate approving;

    ReviewCompletedListener(ApproveCertificate approving) {
        this.approving = approving;
    }

    @Override
    public void notify(DelegateTask task) {
        String decision = CertificateVariables.CERTIFICATE_DECISION.find(task).orElse("");
        String person = Objects.requireNonNullElse(task.getAssignee(), "unknown");
        switch (decision) {
            case "ISSUE" -> approve(task, person);
            case "DECLINE", "ASK" -> approving.refuse(RequestVariables.REQUEST_NUMBER.get(task), decision, person);
            default -> {
                // What is only checked again is compared when it is issued.
            }
        }
    }

    private void approve(DelegateTask task, String person) {
        try {
            approving.approve(
                    AskedVariables.of(task),
                    CertificateVariables.REVIEW_NOTE.find(task).orElse(""),
                    person);
        } catch (CertificateRefused refused) {
            throw new Refusal(refused.getMessage(), refused);
        }
    }
}
