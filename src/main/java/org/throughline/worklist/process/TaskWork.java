package org.throughline.worklist.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.staff.LicenseChecks;
import org.throughline.worklist.AssignmentRules;
import org.throughline.worklist.Work;
import org.throughline.worklist.Workforce;

/** Puts together what assignment must know of a task. */
@Component
class TaskWork {

    private static final String SPANISH = "LANGUAGE_ES";

    private static final List<ProcessVariable<?>> READ = List.of(
            RequestVariables.REQUEST_NUMBER,
            RequestVariables.WORK_TYPE,
            RequestVariables.PRIORITY,
            RequestVariables.CLIENT_ID,
            RequestVariables.FLAGS,
            RequestVariables.HARD_DATE);

    private final AssignmentRules rules;
    private final LicenseChecks licenses;
    private final Workforce workforce;
    private final AgencyProfile agency;

    TaskWork(AssignmentRules rules, LicenseChecks licenses, Workforce workforce, AgencyProfile agency) {
        this.rules = rules;
        this.licenses = licenses;
        this.workforce = workforce;
        this.agency = agency;
    }

    /** The work of a task, read from its variables; empty for a task that belongs to no request. */
    Optional<Work> of(String taskId, String name, String queue, VariableScope scope) {
        Map<String, Object> variables = new HashMap<>();
        for (ProcessVariable<?> variable : READ) {
            variable.find(scope).ifPresent(value -> variables.put(variable.name(), value));
        }
        return of(taskId, name, queue, variables);
    }

    /** The same from variables that were read before. */
    Optional<Work> of(String taskId, String name, String queue, Map<String, Object> variables) {
        Optional<String> number = RequestVariables.REQUEST_NUMBER.find(variables);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("queue", queue);
        facts.put("workType", RequestVariables.WORK_TYPE.find(variables).orElse(""));
        facts.put("priority", RequestVariables.PRIORITY.find(variables).orElse(""));
        AssignmentRules.Plan plan = rules.of(facts);
        List<String> owners = plan.keepWithOwner()
                ? RequestVariables.CLIENT_ID
                        .find(variables)
                        .filter(client -> !client.isBlank())
                        .map(workforce::ownersOf)
                        .orElse(List.of())
                : List.of();
        boolean spanish = List.of(
                        RequestVariables.FLAGS.find(variables).orElse("").split(","))
                .contains(SPANISH);
        return Optional.of(new Work(
                taskId,
                Objects.requireNonNullElse(name, ""),
                number.get(),
                queue,
                plan,
                licenses.needOf(taskId).orElse(null),
                spanish ? "es" : "en",
                owners,
                RequestVariables.HARD_DATE
                        .find(variables)
                        .map(date -> date.toInstant().atZone(agency.timeZone()).toLocalDate())
                        .orElse(null)));
    }
}
