package org.throughline.servicing.submission.process;

import java.util.Map;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.AsSystem;
import org.throughline.servicing.submission.CarrierAnswers;
import org.throughline.servicing.submission.CarrierMessages;
import org.throughline.servicing.submission.CarrierSubmission;

/** Correlates with instances of {@code carrier-submission} by the request's number and the submission's id. */
@Component
class EngineCarrierMessages implements CarrierMessages {

    private static final String CARRIER_ANSWERED = "carrier-answered";

    private final RuntimeService runtime;
    private final CarrierAnswers answers;
    private final AsSystem system;

    EngineCarrierMessages(RuntimeService runtime, CarrierAnswers answers, AsSystem system) {
        this.runtime = runtime;
        this.answers = answers;
        this.system = system;
    }

    @Override
    public void answered(CarrierSubmission submission) {
        Map<String, Object> said = Map.of(
                CarrierVariables.CARRIER_SAYS.name(), submission.state().name(),
                CarrierVariables.CARRIER_ANSWER.name(), answers.words(submission));
        system.call(() -> {
            runtime.createExecutionQuery()
                    .processInstanceBusinessKey(submission.requestNumber())
                    .messageEventSubscriptionName(CARRIER_ANSWERED)
                    .processVariableValueEquals(CarrierVariables.SUBMISSION_ID.name(), submission.id())
                    .list()
                    .forEach(waiting -> runtime.messageEventReceived(CARRIER_ANSWERED, waiting.getId(), said));
            return submission.id();
        });
    }
}
