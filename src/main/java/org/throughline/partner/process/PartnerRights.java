package org.throughline.partner.process;

import static org.operaton.bpm.engine.authorization.Authorization.ANY;
import static org.operaton.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.operaton.bpm.engine.authorization.Authorization.AUTH_TYPE_REVOKE;

import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.AuthorizationService;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.AsSystem;
import org.throughline.staff.Partner;
import org.throughline.staff.Partners;
import org.throughline.staff.StaffProperties;
import org.throughline.staff.StaffProperties.InitialPasswords;

/**
 * What a partner may reach in the engine. Its people have a group for each of their queues, see {@link PartnerGroups}; its
 * own system may work on the process instances of its own offers, one by one, and is kept out of the web applications.
 */
@Component
class PartnerRights {

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final Partners partners;
    private final PartnerGroups groups;
    private final AsSystem system;
    private final AgencyProfile agency;
    private final boolean passwordIsUserId;

    PartnerRights(
            IdentityService identity,
            AuthorizationService authorizations,
            Partners partners,
            PartnerGroups groups,
            AsSystem system,
            AgencyProfile agency,
            StaffProperties staff) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.partners = partners;
        this.groups = groups;
        this.system = system;
        this.agency = agency;
        this.passwordIsUserId = staff.initialPasswords() == InitialPasswords.USER_ID;
    }

    /** Opens the process instance of an offer to its partner. */
    void open(String partnerId, String processInstanceId) {
        Partner partner = partners.find(partnerId)
                .orElseThrow(() -> new IllegalStateException("There is no partner " + partnerId));
        system.call(() -> {
            prepare(partner);
            @Nullable String account = partner.workerAccount();
            if (account != null) {
                Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
                grant.setUserId(account);
                grant.setResource(Resources.PROCESS_INSTANCE);
                grant.setResourceId(processInstanceId);
                grant.addPermission(Permissions.READ);
                grant.addPermission(Permissions.UPDATE);
                authorizations.saveAuthorization(grant);
            }
            return partner;
        });
    }

    /** Closes the process instance of an offer. */
    void close(String processInstanceId) {
        system.call(() -> {
            authorizations
                    .createAuthorizationQuery()
                    .resourceType(Resources.PROCESS_INSTANCE)
                    .resourceId(processInstanceId)
                    .list()
                    .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
            return processInstanceId;
        });
    }

    /** Makes sure of a partner's groups and of the login of its own system. */
    void prepare(Partner partner) {
        groups.follow(partner);
        @Nullable String account = partner.workerAccount();
        if (account == null) {
            return;
        }
        if (identity.createUserQuery().userId(account).count() == 0) {
            User user = identity.newUser(account);
            user.setFirstName(partner.name());
            user.setLastName("system");
            if (passwordIsUserId) {
                user.setPassword(account);
            }
            identity.saveUser(user);
        }
        if (identity.createTenantQuery()
                        .tenantId(agency.tenant())
                        .userMember(account)
                        .count()
                == 0) {
            identity.createTenantUserMembership(agency.tenant(), account);
        }
        if (authorizations
                        .createAuthorizationQuery()
                        .authorizationType(AUTH_TYPE_REVOKE)
                        .userIdIn(account)
                        .resourceType(Resources.APPLICATION)
                        .count()
                == 0) {
            Authorization out = authorizations.createNewAuthorization(AUTH_TYPE_REVOKE);
            out.setUserId(account);
            out.setResource(Resources.APPLICATION);
            out.setResourceId(ANY);
            out.removePermission(Permissions.ALL);
            authorizations.saveAuthorization(out);
        }
    }
}
