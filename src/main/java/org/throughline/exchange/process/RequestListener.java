package org.throughline.exchange.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.event.HistoryEventTypes;
import org.operaton.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.throughline.exchange.webhook.Audience;
import org.throughline.exchange.webhook.RequestChange;
import org.throughline.exchange.webhook.WebhookEvents;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.NumberSeries;

/**
 * Hears from the engine's history what happens to requests and to what follows up on them, as the read side does, and hands
 * it on before the commit. While nobody wants to know it does nothing at all. No bean: the engine's starter takes one
 * handler that is a bean for its own.
 */
public class RequestListener implements HistoryEventHandler {

    private static final String REQUEST = "service-request";
    private static final int LONGEST_NUMBER = 20;

    private final Audience audience;
    private final Agencies agencies;
    private final WebhookEvents events;
    private final Map<String, Function<HistoricVariableUpdateEventEntity, @Nullable String>> facts;

    public RequestListener(Audience audience, WebhookEvents events, Agencies agencies) {
        this.audience = audience;
        this.agencies = agencies;
        this.events = events;
        this.facts = Map.of(
                RequestChange.STATUS, HistoricVariableUpdateEventEntity::getTextValue,
                RequestChange.WORK_TYPE, HistoricVariableUpdateEventEntity::getTextValue,
                RequestChange.CLIENT_ID, HistoricVariableUpdateEventEntity::getTextValue,
                RequestChange.CLIENT_NAME, HistoricVariableUpdateEventEntity::getTextValue,
                RequestChange.DUE_AT, variable -> moment(variable.getLongValue()),
                RequestChange.HARD_DATE, variable -> day(variable.getLongValue(), agencies.current()));
    }

    @Override
    public void handleEvents(List<HistoryEvent> history) {
        history.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            heard(variable.getTenantId(), () -> variable(variable));
        } else if (event instanceof HistoricProcessInstanceEventEntity instance) {
            heard(instance.getTenantId(), () -> instance(instance));
        }
    }

    /** For the agency of the process, whoever does something in it. */
    private void heard(@Nullable String tenant, Runnable note) {
        AgencyScope.run(agencies.find(tenant).orElseGet(agencies::current), () -> {
            if (audience.isThere()) {
                note.run();
            }
        });
    }

    private void instance(HistoricProcessInstanceEventEntity event) {
        String number = event.getBusinessKey();
        if (number == null || number.length() > LONGEST_NUMBER || !(isRequest(event) || followsUp(event, number))) {
            return;
        }
        if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
            if (isRequest(event)) {
                pending(event).open(number, event.getStartTime().toInstant());
            } else {
                pending(event).reopen(number);
            }
        } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
            pending(event).close(event.getEndTime().toInstant());
        }
    }

    private void variable(HistoricVariableUpdateEventEntity event) {
        Function<HistoricVariableUpdateEventEntity, @Nullable String> fact = facts.get(event.getVariableName());
        if (fact == null
                || !(isRequest(event) || calledByNobody(event))
                || !event.getProcessInstanceId().equals(event.getExecutionId())
                || event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE)
                || event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)) {
            return;
        }
        String value = fact.apply(event);
        if (value != null) {
            pending(event).set(event.getVariableName(), value);
        }
    }

    private PendingRequestChanges.Pending pending(HistoryEvent event) {
        return PendingRequestChanges.ofTransaction(events)
                .of(event.getProcessInstanceId(), !isRequest(event), agencies.current());
    }

    private static boolean isRequest(HistoryEvent event) {
        return REQUEST.equals(event.getProcessDefinitionKey());
    }

    private static boolean followsUp(HistoryEvent event, String number) {
        return calledByNobody(event) && number.startsWith(NumberSeries.SR.name() + "-");
    }

    private static boolean calledByNobody(HistoryEvent event) {
        return event.getProcessInstanceId().equals(event.getRootProcessInstanceId());
    }

    private static @Nullable String moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }

    private static @Nullable String day(@Nullable Long millis, Agency agency) {
        return millis == null
                ? null
                : Instant.ofEpochMilli(millis)
                        .atZone(agency.timeZone())
                        .toLocalDate()
                        .toString();
    }
}
