package org.throughline.request.sla.process;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.sla.RecordDecision;

/** Record decision: keeps with the late request what the manager decided, and why. */
@Component
class RecordDecisionDelegate implements JavaDelegate {

    private final RecordDecision recordDecision;

    RecordDecisionDelegate(RecordDecision recordDecision) {
        this.recordDecision = recordDecision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recordDecision.record(new RecordDecision.Decision(
                RequestVariables.REQUEST_NUMBER.get(execution),
                RequestVariables.SLA_DUE_AT.get(execution).toInstant(),
                EscalationVariables.DECIDED_BY.find(execution).orElse(null),
                EscalationVariables.ESCALATION_DECISION.get(execution),
                text(execution, EscalationVariables.ESCALATION_REASON),
                Stream.of(EscalationVariables.NEW_QUEUE, EscalationVariables.NEW_ASSIGNEE)
                        .map(variable -> text(execution, variable))
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.joining(", ")),
                text(execution, EscalationVariables.CONTACT_NOTE)));
    }

    private static String text(DelegateExecution execution, ProcessVariable<String> variable) {
        return variable.find(execution).orElse("");
    }
}
