package org.throughline.reporting.projection;

import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.event.HistoryEventTypes;
import org.operaton.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.NumberSeries;
import org.throughline.reporting.projection.RequestChange.Source;

/**
 * Follows the engine's history events and keeps one row a request in step with them, in the engine's own transaction
 * and with one statement a request and transaction.
 *
 * <p>A request is a process instance of {@code service-request} with a business key. Its values are the variables of
 * that instance; a task that a person completes in a process below it counts as touching the request.
 *
 * <p>A process of its own under the number of a request is a follow-up, such as the correction of an address when mail
 * came back. It opens the request again: status and closing are from then on those of the latest follow-up.
 */
@Component
public class RequestProjection implements HistoryEventHandler {

    /** Process whose instances are the requests. */
    public static final String PROCESS = "service-request";

    static final int LONGEST_NUMBER = 20;

    /** How the work type was found; this value says that a person chose it in triage. */
    static final String CLASSIFICATION = "classification";

    static final String BY_A_PERSON = "TRIAGE";

    private final RequestTable table;
    private final AgencyProfile agency;

    RequestProjection(RequestTable table, AgencyProfile agency) {
        this.table = table;
        this.agency = agency;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            variableChanged(variable);
        } else if (event instanceof HistoricProcessInstanceEventEntity instance) {
            instanceChanged(instance);
        } else if (event instanceof HistoricTaskInstanceEventEntity task
                && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)
                && TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
                && event.getRootProcessInstanceId() != null) {
            PendingChanges.ofTransaction(table)
                    .of(event.getRootProcessInstanceId())
                    .touch();
        }
    }

    private void instanceChanged(HistoricProcessInstanceEventEntity event) {
        @Nullable String number = event.getBusinessKey();
        if (number == null || number.length() > LONGEST_NUMBER || !(isRequest(event) || followsUp(event, number))) {
            return;
        }
        if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
            started(event, number);
        } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
            change(event).close(event.getEndTime().toInstant());
        }
    }

    private void started(HistoricProcessInstanceEventEntity event, String number) {
        if (isRequest(event)) {
            @Nullable String tenant = event.getTenantId();
            Date start = event.getStartTime();
            change(event)
                    .open(new RequestChange.Opening(
                            number, tenant == null ? agency.tenant() : tenant, start.toInstant()));
        } else {
            change(event).reopen(number);
        }
    }

    private void variableChanged(HistoricVariableUpdateEventEntity event) {
        if (!(isRequest(event) || calledByNobody(event))
                || !event.getProcessInstanceId().equals(event.getExecutionId())
                || event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE)) {
            return;
        }
        boolean deleted = event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE);
        @Nullable String text = deleted ? null : event.getTextValue();
        @Nullable Long number = deleted ? null : event.getLongValue();
        if (isRequest(event) && CLASSIFICATION.equals(event.getVariableName()) && BY_A_PERSON.equals(text)) {
            change(event).touch();
        }
        RequestColumn.ofVariable(event.getVariableName())
                .filter(column -> isRequest(event) || column.followsUp())
                .ifPresent(column -> change(event).set(column, column.value(text, number, agency.timeZone())));
    }

    private RequestChange change(HistoryEvent event) {
        return PendingChanges.ofTransaction(table)
                .of(event.getProcessInstanceId())
                .by(isRequest(event) ? Source.REQUEST : Source.FOLLOW_UP);
    }

    private static boolean isRequest(HistoryEvent event) {
        return PROCESS.equals(event.getProcessDefinitionKey());
    }

    private static boolean followsUp(HistoryEvent event, String number) {
        return calledByNobody(event) && number.startsWith(NumberSeries.SR.name() + "-");
    }

    private static boolean calledByNobody(HistoryEvent event) {
        return event.getProcessInstanceId().equals(event.getRootProcessInstanceId());
    }
}
