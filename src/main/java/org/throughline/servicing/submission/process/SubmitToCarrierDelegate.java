package org.throughline.servicing.submission.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.servicing.submission.CarrierDesk;

/** Submit to carrier: carries the planned request to the carrier, once in effect. */
@Component
class SubmitToCarrierDelegate implements JavaDelegate {

    private final CarrierDesk desk;
    private final CarrierStanding standing;

    SubmitToCarrierDelegate(CarrierDesk desk, CarrierStanding standing) {
        this.desk = desk;
        this.standing = standing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standing.show(execution, desk.send(CarrierVariables.SUBMISSION_ID.get(execution)));
    }
}
