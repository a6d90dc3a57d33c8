package org.throughline.partner.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.partner.PartnerDesk;
import org.throughline.partner.PartnerRefused;

/** Note review: keeps the score of the quality review; work that is returned is not paid. */
@Component
class NoteReviewDelegate implements JavaDelegate {

    private final PartnerDesk desk;

    NoteReviewDelegate(PartnerDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            Status now = desk.reviewed(
                    execution.getProcessInstanceId(),
                    PartnerVariables.QUALITY_VERDICT.find(execution).orElse(""),
                    PartnerVariables.QUALITY_SCORE.find(execution).orElse(null),
                    PartnerVariables.QUALITY_REASON.find(execution).orElse(null),
                    PartnerSide.signedIn(execution));
            PartnerVariables.PARTNER_ANSWER.set(execution, now.name());
        } catch (PartnerRefused refused) {
            throw PartnerSide.refused(refused.getMessage());
        }
    }
}
