package org.throughline.partner.process;

import java.util.Arrays;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.partner.PartnerDesk;
import org.throughline.platform.engine.RequestVariables;

/**
 * Opens a partner's process to the partner when it starts. When it ends, however that is, it is closed to the partner
 * again, and work that the partner is not going to do is noted as lost.
 */
@Component
class PartnerAccessListener implements ExecutionListener {

    private final PartnerRights rights;
    private final PartnerDesk desk;

    PartnerAccessListener(PartnerRights rights, PartnerDesk desk) {
        this.rights = rights;
        this.desk = desk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String partner = PartnerVariables.PARTNER_ID.get(execution);
        if (EVENTNAME_START.equals(execution.getEventName())) {
            rights.open(partner, execution.getProcessInstanceId());
            return;
        }
        rights.close(execution.getProcessInstanceId());
        String outcome = RequestVariables.OUTCOME.find(execution).orElse("");
        boolean regular = !execution.isCanceled()
                && Arrays.stream(Status.values()).anyMatch(is -> is.name().equals(outcome));
        Status status = regular ? Status.valueOf(outcome) : Status.WITHDRAWN;
        if (status != Status.DONE) {
            desk.lost(
                    PartnerSide.offeredBy(execution),
                    status,
                    PartnerVariables.PARTNER_REASON.find(execution).orElse(null));
        }
    }
}
