package org.throughline.servicing.submission.process;

import java.util.Optional;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.submission.CarrierWithdrawals;

/** Take back submission: has the carrier withdraw what nobody waits for any more, or tells its desk. */
@Component
class TakeBackSubmissionDelegate implements JavaDelegate {

    private final CarrierWithdrawals withdrawals;

    TakeBackSubmissionDelegate(CarrierWithdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<String> refused = withdrawals.takeBack(
                RequestVariables.REQUEST_NUMBER.get(execution), CarrierVariables.WITHDRAWAL.get(execution));
        CarrierVariables.TAKEN_BACK.set(execution, refused.isEmpty());
        CarrierVariables.CARRIER_ANSWER.set(execution, refused.orElse(""));
    }
}
