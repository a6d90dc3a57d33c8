package org.throughline.servicing.submission.process;

import java.util.Date;
import java.util.List;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.servicing.submission.CarrierAnswers;
import org.throughline.servicing.submission.CarrierSubmission;
import org.throughline.servicing.submission.Chasing;
import org.throughline.servicing.submission.SubmissionState;

/** Shows the process, and the people in its forms, where a submission stands and when the carrier is asked again. */
@Component
class CarrierStanding {

    private final CarrierAnswers answers;
    private final Chasing chasing;

    CarrierStanding(CarrierAnswers answers, Chasing chasing) {
        this.answers = answers;
        this.chasing = chasing;
    }

    /** A submission has been planned: what is left of an earlier one is forgotten. */
    void begin(DelegateExecution execution, String id) {
        CarrierSubmission submission = answers.get(id);
        CarrierVariables.SUBMISSION_ID.set(execution, id);
        CarrierVariables.CHASES.set(execution, 0);
        CarrierVariables.ASK_BY_HAND.set(execution, false);
        CarrierVariables.ASKED_OF_CARRIER.set(execution, answers.asked(submission));
        CarrierVariables.CARRIER_PORTAL.set(execution, answers.portal(submission));
        forgetWhatWasWritten(execution);
        show(execution, submission);
    }

    void show(DelegateExecution execution, CarrierSubmission submission) {
        SubmissionState state = submission.state();
        CarrierVariables.CARRIER_SAYS.set(
                execution, state == SubmissionState.PLANNED ? SubmissionState.WAITING.name() : state.name());
        CarrierVariables.CARRIER_ANSWER.set(execution, answers.words(submission));
        CarrierVariables.QUOTE_REFERENCE.set(
                execution,
                state == SubmissionState.QUOTED && submission.answer() != null
                        ? submission.answer().carrierReference()
                        : "");
        schedule(execution, submission);
    }

    /** The carrier was asked once more; a person asks as well, where it is time for that. */
    void asked(DelegateExecution execution, CarrierSubmission submission) {
        CarrierVariables.ASK_BY_HAND.set(
                execution, CarrierVariables.NEXT_BY_HAND.find(execution).orElse(false));
        CarrierVariables.CHASES.set(
                execution, CarrierVariables.CHASES.find(execution).orElse(0) + 1);
        forgetWhatWasWritten(execution);
        show(execution, submission);
    }

    private void schedule(DelegateExecution execution, CarrierSubmission submission) {
        Chasing.Next next = chasing.next(
                submission,
                FormValues.text(execution, CarrierVariables.CHASE_LADDER),
                CarrierVariables.BY_HAND_DAYS.get(execution),
                CarrierVariables.CHASES.find(execution).orElse(0));
        CarrierVariables.CHASE_AT.set(execution, Date.from(next.at()));
        CarrierVariables.NEXT_BY_HAND.set(execution, next.byHand());
    }

    /** So that the next form is not filled with an older answer. */
    private static void forgetWhatWasWritten(DelegateExecution execution) {
        for (ProcessVariable<String> written : List.of(
                CarrierVariables.WRITTEN_ANSWER,
                CarrierVariables.CARRIER_REFERENCE,
                CarrierVariables.CARRIER_MESSAGE,
                CarrierVariables.ISSUED_LINES,
                CarrierVariables.PREMIUM_CHANGE)) {
            if (written.find(execution).isPresent()) {
                execution.removeVariable(written.name());
            }
        }
    }
}
