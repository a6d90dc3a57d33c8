package org.throughline.staff.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.FilterService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.filter.Filter;
import org.operaton.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.throughline.platform.security.Roles;
import org.throughline.staff.Queues;

/** The lists that Tasklist opens with, in this order. */
@Component
class TasklistFilters {

    /** Variables that a task's card shows, with their labels. */
    private static final List<Map<String, Object>> COLUMNS = List.of(
            column("priority", "Priority"),
            column("workType", "Work type"),
            column("clientName", "Client"),
            column("requestNumber", "Request"));

    private final FilterService filters;
    private final TaskService tasks;
    private final AccessRights rights;

    TasklistFilters(FilterService filters, TaskService tasks, AccessRights rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    void create() {
        List<String> everyone = new ArrayList<>(Roles.IN_HOUSE);
        everyone.add(Roles.PARTNER);
        create(
                "My work",
                "What you have claimed",
                -50,
                "#2e7d32",
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                everyone);
        create(
                "My queues",
                "What waits in your queues for somebody to claim it",
                -40,
                "#1565c0",
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"),
                everyone);
        create(
                "Triage",
                "What could not be classified or routed with certainty",
                -30,
                "#ef6c00",
                tasks.createTaskQuery().taskCandidateGroup(Queues.TRIAGE).includeAssignedTasks(),
                List.of(Queues.TRIAGE, Roles.MANAGER, Roles.ADMIN));
        create(
                "At risk",
                "What is to be followed up now, before it is past its due time",
                -25,
                "#f9a825",
                tasks.createTaskQuery().followUpBeforeExpression("${now()}").dueAfterExpression("${now()}"),
                everyone);
        create(
                "Overdue",
                "What is past its due time",
                -20,
                "#c62828",
                tasks.createTaskQuery().dueBeforeExpression("${now()}"),
                everyone);
        create(
                "All open",
                "Every open task that you may see",
                -10,
                "#546e7a",
                tasks.createTaskQuery().active(),
                List.of(Roles.CSR, Roles.MANAGER, Roles.ADMIN));
    }

    private void create(
            String name, String description, int position, String color, TaskQuery query, List<String> readers) {
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", description);
        properties.put("priority", position);
        properties.put("color", color);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", COLUMNS);
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(properties);
        String id = filters.saveFilter(filter).getId();
        readers.forEach(group -> rights.grant(group, Resources.FILTER, id, Permissions.READ));
    }

    private static Map<String, Object> column(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
