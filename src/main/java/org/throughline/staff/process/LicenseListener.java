package org.throughline.staff.process;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.operaton.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.operaton.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.operaton.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.operaton.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.throughline.staff.Act;
import org.throughline.staff.LicenseCheck.Path;

/**
 * Stands at every turn in the life of one model's user task: whoever is to be its assignee and whoever ends it, by completing
 * it or by reporting an error, must hold what its acts need. The engine runs built-in listeners first, and no caller
 * can skip them.
 */
class LicenseListener implements TaskListener {

    private final Set<Act> acts;
    private final LicenseDesk desk;

    LicenseListener(Set<Act> acts, LicenseDesk desk) {
        this.acts = acts;
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        @Nullable Command<?> command = Context.getCommandInvocationContext().getCommand();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> desk.open(task, acts);
            case EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    desk.check(task, acts, task.getAssignee(), assignment(command));
                }
            }
            case EVENTNAME_UPDATE -> {
                if (command instanceof ResolveTaskCmd) {
                    desk.check(task, acts, signedIn(task), Path.RESOLVE);
                }
            }
            case EVENTNAME_COMPLETE -> {
                desk.check(task, acts, signedIn(task), Path.COMPLETE);
                desk.close(task);
            }
            default -> ended(task, command);
        }
    }

    /** The task goes without being completed: that is a person's act only where the person says how it ends. */
    private void ended(DelegateTask task, @Nullable Command<?> command) {
        if (command instanceof HandleTaskBpmnErrorCmd) {
            desk.check(task, acts, signedIn(task), Path.ERROR);
        } else if (command instanceof HandleTaskEscalationCmd) {
            desk.check(task, acts, signedIn(task), Path.ESCALATION);
        } else if (Repairs.is(command)) {
            desk.passedBy(task, acts, signedIn(task));
        }
        desk.close(task);
    }

    private static Path assignment(@Nullable Command<?> command) {
        if (command instanceof ClaimTaskCmd) {
            return Path.CLAIM;
        }
        return command instanceof DelegateTaskCmd ? Path.DELEGATE : Path.ASSIGN;
    }

    private static @Nullable String signedIn(DelegateTask task) {
        Authentication current =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return current == null ? null : current.getUserId();
    }
}
