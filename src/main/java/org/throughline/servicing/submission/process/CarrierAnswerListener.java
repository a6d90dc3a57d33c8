package org.throughline.servicing.submission.process;

import java.util.Objects;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.Refusal;
import org.throughline.servicing.submission.CarrierAnswers;
import org.throughline.servicing.submission.CarrierDrafts.NotReady;

/** When a person has written down what the carrier says: keeps it, or tells them in the form what is missing. */
@Component
class CarrierAnswerListener implements TaskListener {

    private final CarrierAnswers answers;
    private final CarrierStanding standing;

    CarrierAnswerListener(CarrierAnswers answers, CarrierStanding standing) {
        this.answers = answers;
        this.standing = standing;
    }

    @Override
    public void notify(DelegateTask task) {
        try {
            standing.show(
                    task.getExecution(),
                    answers.write(
                            CarrierVariables.SUBMISSION_ID.get(task),
                            FormValues.written(task),
                            Objects.requireNonNullElse(task.getAssignee(), "unknown")));
        } catch (NotReady missing) {
            throw new Refusal(missing.getMessage(), missing);
        }
    }
}
