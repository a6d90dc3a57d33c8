package org.throughline.intake.process;

import java.util.Arrays;
import java.util.List;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.intake.TriageDecisions;
import org.throughline.intake.TriageDecisions.Decided;
import org.throughline.intake.TriageRefused;
import org.throughline.platform.engine.Refusal;
import org.throughline.platform.engine.RequestVariables;

/** Triage decided: hands over what the person decided; what cannot be carried out leaves the task open. */
@Component
class TriageDecidedListener implements TaskListener {

    private final TriageDecisions decisions;

    TriageDecidedListener(TriageDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        String decision = IntakeVariables.TRIAGE_DECISION
                .find(task)
                .filter(text -> !text.isBlank())
                .orElse(TriageDecisions.OPEN);
        try {
            decisions.take(decided(task, decision));
        } catch (TriageRefused refused) {
            throw new Refusal(refused.getMessage(), refused);
        }
        IntakeVariables.TRIAGE_DECISION.set(task, decision);
        IntakeVariables.ANSWER_POSSIBLE.set(task, decision.equals(TriageDecisions.MERGE));
    }

    private static Decided decided(DelegateTask task, String decision) {
        return new Decided(
                RequestVariables.INBOUND_ITEM_ID.get(task),
                decision,
                RequestVariables.WORK_TYPE.find(task).orElse(""),
                IntakeVariables.FURTHER_WORK_TYPES
                        .find(task)
                        .map(TriageDecidedListener::list)
                        .orElse(List.of()),
                RequestVariables.REQUEST_NUMBER.find(task).orElse(null),
                RequestVariables.QUESTION.find(task).orElse(null),
                IntakeVariables.CLIENT_CHOICE.find(task).orElse(null),
                task.getAssignee());
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(type -> !type.isEmpty() && !type.equals(IntakeVariables.NOTHING_FURTHER))
                .toList();
    }
}
