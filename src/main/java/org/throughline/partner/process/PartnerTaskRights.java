package org.throughline.partner.process;

import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.operaton.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Who may see the tasks of a partner's queue: the partner's own people who work that queue, and only in the process that
 * holds nothing else than the packet. A task of any other process stays closed to partners, whatever queue it names.
 */
@Component
public class PartnerTaskRights extends AbstractProcessEnginePlugin {

    private static final String PARTNER_QUEUE = "partner-";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new Provider());
    }

    private static final class Provider extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
            if (!groupId.startsWith(PARTNER_QUEUE)) {
                return super.newTaskGroupIdentityLink(task, groupId, type);
            }
            @Nullable String partner = partner((TaskEntity) task);
            return partner == null
                    ? new AuthorizationEntity[0]
                    : super.newTaskGroupIdentityLink(task, PartnerGroups.id(partner, groupId), type);
        }

        private static @Nullable String partner(TaskEntity task) {
            return task.getProcessDefinition() != null
                            && PartnerNames.ASSIGNMENT.equals(
                                    task.getProcessDefinition().getKey())
                    ? PartnerVariables.PARTNER_ID.find(task).orElse(null)
                    : null;
        }
    }
}
