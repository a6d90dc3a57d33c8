package org.throughline.servicing.submission.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughline.servicing.submission.CarrierDesk;

/** When the process ends, however it does: a submission that still waits is left, so that no later answer counts as awaited. */
@Component
class SubmissionLeftListener implements ExecutionListener {

    private final CarrierDesk desk;

    SubmissionLeftListener(CarrierDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        CarrierVariables.SUBMISSION_ID.find(execution).ifPresent(desk::leave);
    }
}
