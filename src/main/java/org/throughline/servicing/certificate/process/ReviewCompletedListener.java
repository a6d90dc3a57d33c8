package org.throughline.servicing.certificate.process;

import java.util.Objects;
import org.operaton.bpm.engine.BadUserRequestException;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.servicing.certificate.usecase.ApproveCertificate;
import org.throughline.servicing.certificate.usecase.CertificateRefused;

/** When a person chooses Issue: takes their approval, or tells them in the form why it cannot be issued. */
@Component
class ReviewCompletedListener implements TaskListener {

    private final ApproveCertificate approving;

    ReviewCompletedListener(ApproveCertificate approving) {
        this.approving = approving;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!"ISSUE".equals(CertificateVariables.CERTIFICATE_DECISION.find(task).orElse(""))) {
            return;
        }
        try {
            approving.approve(
                    AskedVariables.of(task),
                    CertificateVariables.REVIEW_NOTE.find(task).orElse(""),
                    Objects.requireNonNullElse(task.getAssignee(), "unknown"));
        } catch (CertificateRefused refused) {
            throw new BadUserRequestException(refused.getMessage(), refused);
        }
    }
}
