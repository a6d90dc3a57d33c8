package org.throughline.worklist.process;

import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.exception.NullValueException;
import org.operaton.bpm.engine.task.TaskQuery;
import org.throughline.platform.AgencyProfile;

/** Of all tasks those of the agency at work, also for who may see every agency's. */
final class OwnTasks {

    private OwnTasks() {}

    static TaskQuery only(TaskQuery query, AgencyProfile agency) {
        return query.or().tenantIdIn(agency.tenant()).withoutTenantId().endOr();
    }

    /**
     * Makes sure that a task is the agency's.
     *
     * @throws NullValueException as for a task that there is not
     */
    static void require(TaskService tasks, String taskId, AgencyProfile agency) {
        if (only(tasks.createTaskQuery().taskId(taskId), agency).count() == 0) {
            throw new NullValueException("Task " + taskId + " is none of " + agency.tenant());
        }
    }
}
