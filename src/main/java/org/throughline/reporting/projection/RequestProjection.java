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
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/**
 * Follows the engine's history events and keeps one row a request in step with them, in the engine's own transaction
 * and with one statement a request and transaction.
 *
 * <p>A request is a process instance of {@code service-request} with a business key. Its values are the variables of
 * that instance; a task that a person completes in a process below it counts as touching the request.
 */
@Component
public class RequestProjection implements HistoryEventHandler {

    /** Process whose instances are the requests. */
    public static final String PROCESS = "service-request";

    static final int LONGEST_NUMBER = 20;

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
        } else if (event instanceof HistoricTaskInstanceEventEntity
                && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)
                && event.getRootProcessInstanceId() != null) {
            change(event).touch();
        }
    }

    private void instanceChanged(HistoricProcessInstanceEventEntity event) {
        if (isRequest(event)) {
            if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
                opened(event);
            } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
                change(event).close(event.getEndTime().toInstant());
            }
        }
    }

    private void opened(HistoricProcessInstanceEventEntity event) {
        @Nullable String number = event.getBusinessKey();
        if (number != null && number.length() <= LONGEST_NUMBER) {
            @Nullable String tenant = event.getTenantId();
            Date start = event.getStartTime();
            change(event)
                    .open(new RequestChange.Opening(
                            number, tenant == null ? agency.tenant() : tenant, start.toInstant()));
        }
    }

    private void variableChanged(HistoricVariableUpdateEventEntity event) {
        if (!isRequest(event)
                || !event.getProcessInstanceId().equals(event.getExecutionId())
                || event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE)) {
            return;
        }
        boolean deleted = event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE);
        @Nullable String text = deleted ? null : event.getTextValue();
        @Nullable Long number = deleted ? null : event.getLongValue();
        RequestColumn.ofVariable(event.getVariableName())
                .ifPresent(column -> change(event).set(column, column.value(text, number, agency.timeZone())));
    }

    private RequestChange change(HistoryEvent event) {
        String request = isRequest(event) ? event.getProcessInstanceId() : event.getRootProcessInstanceId();
        return PendingChanges.ofTransaction(table).of(request);
    }

    private static boolean isRequest(HistoryEvent event) {
        return PROCESS.equals(event.getProcessDefinitionKey());
    }
}
