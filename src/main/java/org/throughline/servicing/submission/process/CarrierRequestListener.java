package org.throughline.servicing.submission.process;

import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.Submission;
import org.throughline.platform.engine.Refusal;
import org.throughline.servicing.submission.CarrierDrafts;
import org.throughline.servicing.submission.CarrierDrafts.NotReady;

/** When a person has prepared a carrier request: tells them in the form what is missing, before anything goes out. */
@Component
class CarrierRequestListener implements TaskListener {

    private final CarrierDrafts drafts;

    CarrierRequestListener(CarrierDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!"SEND".equals(FormValues.text(task, CarrierVariables.CARRIER_DECISION))) {
            return;
        }
        try {
            Submission ready = drafts.submission(FormValues.entered(task), CarrierChannel.PORTAL);
            CarrierVariables.CARRIER.set(task, ready.carrier());
        } catch (NotReady missing) {
            throw new Refusal(missing.getMessage(), missing);
        }
    }
}
