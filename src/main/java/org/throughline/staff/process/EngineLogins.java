package org.throughline.staff.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.authorization.Groups;
import org.operaton.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.security.Roles;
import org.throughline.staff.Accounts;
import org.throughline.staff.StaffMember;

/** Logins as users of the engine, in the groups of their role and queues, members of the agency's tenant. */
@Component
class EngineLogins implements Accounts {

    private final IdentityService identity;
    private final String tenant;

    EngineLogins(IdentityService identity, AgencyProfile agency) {
        this.identity = identity;
        this.tenant = agency.tenant();
    }

    @Override
    public void create(List<StaffMember> people, boolean passwordIsUserId) {
        people.stream()
                .filter(person ->
                        identity.createUserQuery().userId(person.userId()).count() == 0)
                .forEach(person -> create(person, passwordIsUserId));
    }

    private void create(StaffMember person, boolean passwordIsUserId) {
        User user = identity.newUser(person.userId());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName().orElse(""));
        user.setEmail(person.email());
        if (passwordIsUserId) {
            user.setPassword(person.userId());
        }
        identity.saveUser(user);
        Set<String> groups = new HashSet<>(person.queues());
        groups.add(person.role());
        if (person.role().equals(Roles.ADMIN)) {
            groups.add(Groups.OPERATON_ADMIN);
        }
        groups.forEach(group -> identity.createMembership(person.userId(), group));
        identity.createTenantUserMembership(tenant, person.userId());
    }
}
