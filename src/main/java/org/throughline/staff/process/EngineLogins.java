package org.throughline.staff.process;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.authorization.Groups;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.security.Roles;
import org.throughline.staff.Accounts;
import org.throughline.staff.Queues;
import org.throughline.staff.StaffMember;
import org.throughline.staff.StaffProperties;
import org.throughline.staff.StaffProperties.InitialPasswords;

/** Logins as users of the engine, in the groups of their role and queues, members of the agency's tenant. */
@Component
class EngineLogins implements Accounts {

    /** The groups that say what a person is; others are an administrator's own affair. */
    private static final Set<String> MANAGED = Stream.of(
                    Roles.ALL, Queues.IN_HOUSE, Queues.PARTNER, List.of(Groups.OPERATON_ADMIN))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final int SECRET_BYTES = 32;

    private final IdentityService identity;
    private final AsSystem system;
    private final AgencyProfile agency;
    private final boolean passwordIsUserId;
    private final SecureRandom random = new SecureRandom();

    EngineLogins(IdentityService identity, AsSystem system, AgencyProfile agency, StaffProperties settings) {
        this.identity = identity;
        this.system = system;
        this.agency = agency;
        this.passwordIsUserId = settings.initialPasswords() == InitialPasswords.USER_ID;
    }

    @Override
    public boolean exists(String userId) {
        return system.call(() -> find(userId)) != null;
    }

    @Override
    public boolean isMemberElsewhere(String userId) {
        return system.call(() -> identity.createTenantQuery().userMember(userId).list().stream()
                .anyMatch(tenant -> !tenant.getId().equals(agency.tenant())));
    }

    @Override
    public void follow(StaffMember person) {
        system.call(() -> {
            if (person.active()) {
                letIn(person);
            } else {
                lockOut(person.userId());
            }
            return person;
        });
    }

    private void letIn(StaffMember person) {
        @Nullable User existing = find(person.userId());
        Set<String> groups = groups(person.userId());
        User user = existing == null ? identity.newUser(person.userId()) : existing;
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName().orElse(""));
        user.setEmail(person.email());
        if (passwordIsUserId && groups.isEmpty()) {
            user.setPassword(person.userId());
        }
        identity.saveUser(user);

        Set<String> wanted = new HashSet<>(person.queues());
        wanted.add(person.role());
        if (person.role().equals(Roles.ADMIN)) {
            wanted.add(Groups.OPERATON_ADMIN);
        }
        wanted.stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> identity.createMembership(person.userId(), group));
        groups.stream()
                .filter(group -> MANAGED.contains(group) && !wanted.contains(group))
                .forEach(group -> identity.deleteMembership(person.userId(), group));
        if (!isMember(person.userId())) {
            identity.createTenantUserMembership(agency.tenant(), person.userId());
        }
    }

    /** The engine has no lock that stays; a password that nobody knows does the same. */
    private void lockOut(String userId) {
        @Nullable User user = find(userId);
        if (user == null) {
            return;
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        user.setPassword(Base64.getEncoder().encodeToString(secret));
        identity.saveUser(user);
        groups(userId).forEach(group -> identity.deleteMembership(userId, group));
        if (isMember(userId)) {
            identity.deleteTenantUserMembership(agency.tenant(), userId);
        }
    }

    private @Nullable User find(String userId) {
        return identity.createUserQuery().userId(userId).singleResult();
    }

    private Set<String> groups(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private boolean isMember(String userId) {
        return identity.createTenantQuery()
                        .tenantId(agency.tenant())
                        .userMember(userId)
                        .count()
                > 0;
    }
}
