package org.throughline.servicing.submission.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.servicing.submission.CarrierDesk;

/** Ask carrier: asks how far the request is, over the channel that it went on. */
@Component
class AskCarrierDelegate implements JavaDelegate {

    private final CarrierDesk desk;
    private final CarrierStanding standing;

    AskCarrierDelegate(CarrierDesk desk, CarrierStanding standing) {
        this.desk = desk;
        this.standing = standing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standing.asked(execution, desk.ask(CarrierVariables.SUBMISSION_ID.get(execution)));
    }
}
