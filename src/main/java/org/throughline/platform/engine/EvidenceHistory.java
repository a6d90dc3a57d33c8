package org.throughline.platform.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.history.HistoryLevelFull;
import org.operaton.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEventType;
import org.operaton.bpm.engine.impl.history.event.HistoryEventTypes;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;

/**
 * The history level {@code evidence}: everything that the engine's level {@code full} keeps, less what repeats it. A job
 * leaves a log entry only where it fails, since its activity tells that it ran; the first value that the machine gives a
 * variable stands in the variable's own row and not a second time as a detail. What a person enters, what is changed
 * later, and the status of a request keep their details.
 */
final class EvidenceHistory extends HistoryLevelFull {

    private static final Set<HistoryEventType> REPEATED = Set.of(
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.EXTERNAL_TASK_CREATE,
            HistoryEventTypes.EXTERNAL_TASK_SUCCESS,
            HistoryEventTypes.EXTERNAL_TASK_DELETE);

    @Override
    public String getName() {
        return "evidence";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (type == HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL
                && entity instanceof HistoricVariableUpdateEventEntity variable) {
            return RequestVariables.STATUS.name().equals(variable.getVariableName())
                    || variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)
                    || personActs();
        }
        return !REPEATED.contains(type);
    }

    private static boolean personActs() {
        @Nullable CommandContext context = Context.getCommandContext();
        return context != null && context.getAuthenticatedUserId() != null;
    }

    /** The engine asks whether details are kept, to delete them too, by comparing with its own level. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoryLevelFull;
    }

    @Override
    public int hashCode() {
        return HISTORY_LEVEL_FULL.hashCode();
    }
}
