package org.throughline.servicing.submission.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.carrier.CarrierChannel;
import org.throughline.platform.engine.Refusal;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.servicing.submission.CarrierDesk;

/** Plan submission: puts the carrier request into the ledger, or before the person who enters it at the carrier's website. */
@Component
class PlanSubmissionDelegate implements JavaDelegate {

    private final CarrierDesk desk;
    private final CarrierStanding standing;

    PlanSubmissionDelegate(CarrierDesk desk, CarrierStanding standing) {
        this.desk = desk;
        this.standing = standing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CarrierChannel channel = CarrierChannel.valueOf(CarrierVariables.CARRIER_CHANNEL.get(execution));
        try {
            String id =
                    desk.plan(RequestVariables.REQUEST_NUMBER.get(execution), FormValues.entered(execution), channel);
            standing.begin(execution, id);
        } catch (VendorRejected impossible) {
            throw new Refusal(impossible.getMessage(), impossible);
        }
    }
}
