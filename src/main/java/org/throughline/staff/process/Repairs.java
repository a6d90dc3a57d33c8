package org.throughline.staff.process;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.operaton.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.operaton.bpm.engine.impl.cmd.ProcessInstanceModificationBatchCmd;
import org.operaton.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.operaton.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.operaton.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.operaton.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;

/** The commands that put a request somewhere else in its model without doing what stands in between. */
final class Repairs {

    private static final Set<Class<?>> COMMANDS = Set.of(
            ModifyProcessInstanceCmd.class,
            ModifyProcessInstanceAsyncCmd.class,
            ProcessInstanceModificationCmd.class,
            ProcessInstanceModificationBatchCmd.class,
            RestartProcessInstancesCmd.class,
            StartProcessInstanceAtActivitiesCmd.class,
            MigrateProcessInstanceCmd.class,
            MigrateProcessInstanceBatchCmd.class);

    private Repairs() {}

    static boolean is(@Nullable Command<?> command) {
        return command != null && COMMANDS.stream().anyMatch(repair -> repair.isInstance(command));
    }
}
