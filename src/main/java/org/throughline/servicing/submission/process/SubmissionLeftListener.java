package org.throughline.servicing.submission.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.BesideRequest;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.submission.CarrierWithdrawals;
import org.throughline.servicing.submission.CarrierWithdrawals.Left;

/**
 * When the process ends, however it does: a submission that still waits is left, so that no later answer counts as awaited,
 * and a process beside the request tells the carrier.
 */
@Component
class SubmissionLeftListener implements ExecutionListener {

    private static final String WITHDRAWAL = "carrier-withdrawal";

    private static final List<ProcessVariable<?>> TAKEN_ALONG = List.of(
            RequestVariables.REQUEST_NUMBER,
            RequestVariables.WORK_TYPE,
            RequestVariables.PRIORITY,
            RequestVariables.QUEUE,
            RequestVariables.CLIENT_ID,
            RequestVariables.CLIENT_NAME,
            RequestVariables.SUBJECT);

    private final CarrierWithdrawals withdrawals;
    private final AsSystem system;

    SubmissionLeftListener(CarrierWithdrawals withdrawals, AsSystem system) {
        this.withdrawals = withdrawals;
        this.system = system;
    }

    @Override
    public void notify(DelegateExecution execution) {
        CarrierVariables.SUBMISSION_ID
                .find(execution)
                .flatMap(withdrawals::leave)
                .ifPresent(left -> tellCarrier(execution, left));
    }

    private void tellCarrier(DelegateExecution execution, Left left) {
        Map<String, Object> start = new HashMap<>();
        TAKEN_ALONG.forEach(variable -> variable.find(execution).ifPresent(value -> start.put(variable.name(), value)));
        CarrierVariables.CARRIER.put(start, left.carrier());
        CarrierVariables.WITHDRAWAL.put(start, left.withdrawal());
        CarrierVariables.ASKED_OF_CARRIER.put(start, left.asked());
        CarrierVariables.CARRIER_PORTAL.put(start, left.portal());
        CarrierVariables.CARRIER_ANSWER.put(start, "");
        String key = BesideRequest.CARRIER_WITHDRAWAL + RequestVariables.REQUEST_NUMBER.get(execution);
        system.call(() -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(WITHDRAWAL, key, start));
    }
}
