package org.throughline.staff.process;

import static org.operaton.bpm.engine.authorization.Authorization.ANY;
import static org.operaton.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.operaton.bpm.engine.authorization.Permissions.ACCESS;
import static org.operaton.bpm.engine.authorization.Permissions.ALL;
import static org.operaton.bpm.engine.authorization.Permissions.CREATE;
import static org.operaton.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.operaton.bpm.engine.authorization.Permissions.READ;
import static org.operaton.bpm.engine.authorization.Permissions.READ_HISTORY;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.operaton.bpm.engine.AuthorizationService;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Groups;
import org.operaton.bpm.engine.authorization.Permission;
import org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.operaton.bpm.engine.authorization.Resource;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agency;
import org.throughline.platform.security.Roles;
import org.throughline.staff.Queues;

/**
 * What each role may do in the engine and its web applications. Tasks need no entry: a task's candidate group and its
 * assignee are allowed to read and work it, nobody else is.
 */
@Component
class AccessRights {

    private static final List<String> STARTED_BY_PEOPLE = List.of("log-phone-call");

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    AccessRights(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    boolean exist() {
        return identity.createGroupQuery().groupId(Roles.CSR).count() > 0;
    }

    void create() {
        Set<String> groups = new LinkedHashSet<>(Roles.ALL);
        groups.addAll(Queues.IN_HOUSE);
        groups.addAll(Queues.PARTNER);
        groups.forEach(group -> createGroup(group, "WORKFLOW"));
        for (String role : Roles.IN_HOUSE) {
            work(role);
            grant(role, Resources.USER, ANY, READ);
            grant(role, Resources.GROUP, ANY, READ);
            grant(role, Resources.PROCESS_DEFINITION, ANY, READ);
        }
        work(Roles.PARTNER);
        manage();
        analyze();
        administer();
    }

    /** What makes an agency's people its members; made sure of at every start, as an agency may be added. */
    void createTenant(Agency agency) {
        if (identity.createTenantQuery().tenantId(agency.tenant()).count() == 0) {
            Tenant tenant = identity.newTenant(agency.tenant());
            tenant.setName(agency.tradeName());
            identity.saveTenant(tenant);
        }
    }

    /** Tasklist, with whatever tasks a person's queues hold. */
    private void work(String role) {
        grant(role, Resources.APPLICATION, "tasklist", ACCESS);
    }

    /** What the agency's own people may start from Tasklist; made sure of at every start, as a new version may add one. */
    void letStart() {
        for (String role : Roles.IN_HOUSE) {
            STARTED_BY_PEOPLE.forEach(process -> grant(role, Resources.PROCESS_DEFINITION, process, CREATE_INSTANCE));
            grant(role, Resources.PROCESS_INSTANCE, ANY, CREATE);
        }
    }

    /** Managers see everything in progress and everything that was, and change none of it. */
    private void manage() {
        String role = Roles.MANAGER;
        grant(role, Resources.APPLICATION, "cockpit", ACCESS);
        grant(
                role,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(role, Resources.DECISION_DEFINITION, ANY, READ, READ_HISTORY);
        grant(role, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
        grant(role, Resources.DEPLOYMENT, ANY, READ);
        grant(role, Resources.BATCH, ANY, READ);
        grant(role, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    }

    /** Analysts deploy models and read what is deployed; clients' cases are not their business. */
    private void analyze() {
        String role = Roles.ANALYST;
        grant(role, Resources.APPLICATION, "cockpit", ACCESS);
        grant(role, Resources.DEPLOYMENT, ANY, READ, CREATE);
        grant(role, Resources.PROCESS_DEFINITION, ANY, READ);
        grant(role, Resources.DECISION_DEFINITION, ANY, READ);
        grant(role, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
    }

    /** The engine's own administrators' group, which passes tenant checks too. */
    private void administer() {
        createGroup(Groups.OPERATON_ADMIN, Groups.GROUP_TYPE_SYSTEM);
        for (Resources resource : Resources.values()) {
            grant(Groups.OPERATON_ADMIN, resource, ANY, ALL);
        }
    }

    private void createGroup(String id, String type) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(id);
            group.setType(type);
            identity.saveGroup(group);
        }
    }

    /** Adds permissions to what a group may do with a resource. */
    void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        Authorization authorization =
                existing == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : existing;
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(resourceId);
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }
}
