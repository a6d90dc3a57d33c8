package org.throughline.staff.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.throughline.platform.TestAgency;
import org.throughline.platform.engine.AsSystem;
import org.throughline.staff.StaffMember;
import org.throughline.staff.StaffProperties;
import org.throughline.staff.StaffProperties.InitialPasswords;

class EngineLoginsTest {

    private final ProcessEngine engine = engine();
    private final IdentityService identity = engine.getIdentityService();

    private static ProcessEngine engine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("logins-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        configuration.setAuthorizationEnabled(true);
        configuration.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        return configuration.buildProcessEngine();
    }

    @BeforeEach
    void createGroups() {
        identity.saveTenant(identity.newTenant(TestAgency.PROFILE.tenant()));
        List.of("csr", "producer", "admin", "operaton-admin", "account-managers", "triage", "book-club")
                .forEach(group -> identity.saveGroup(identity.newGroup(group)));
        identity.setAuthenticatedUserId("nora");
    }

    @AfterEach
    void closeTheEngine() {
        identity.clearAuthentication();
        engine.close();
    }

    @Test
    void knowsWhoIsAtHomeInAnotherAgency() {
        EngineLogins logins = logins(InitialPasswords.USER_ID);
        logins.follow(person("csr", true, "account-managers"));
        assertThat(logins.isMemberElsewhere("rosa")).isFalse();

        identity.clearAuthentication();
        identity.saveTenant(identity.newTenant("bayside"));
        identity.createTenantUserMembership("bayside", "rosa");

        assertThat(logins.isMemberElsewhere("rosa")).isTrue();
        assertThat(logins.isMemberElsewhere("nobody")).isFalse();
    }

    @Test
    void createsALoginInTheGroupsOfRoleAndQueues() {
        EngineLogins logins = logins(InitialPasswords.USER_ID);

        logins.follow(person("csr", true, "account-managers", "triage"));

        assertThat(logins.exists("rosa")).isTrue();
        assertThat(logins.exists("nobody")).isFalse();
        assertThat(groups()).containsExactly("account-managers", "csr", "triage");
        assertThat(mayLogIn()).isTrue();
        assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("nora");
    }

    @Test
    void movesMembershipsAndLeavesGroupsOfOthersAlone() {
        EngineLogins logins = logins(InitialPasswords.NONE);
        logins.follow(person("csr", true, "account-managers", "triage"));
        identity.clearAuthentication();
        identity.createMembership("rosa", "book-club");
        identity.setAuthenticatedUserId("nora");

        logins.follow(person("admin", true, "triage"));
        assertThat(groups()).containsExactly("admin", "book-club", "operaton-admin", "triage");

        logins.follow(person("producer", true));
        assertThat(groups()).containsExactly("book-club", "producer");
    }

    @Test
    void locksWhoLeftAndLetsThemInAgain() {
        EngineLogins logins = logins(InitialPasswords.USER_ID);
        logins.follow(person("csr", true, "triage"));

        logins.follow(person("csr", false, "triage"));
        assertThat(groups()).isEmpty();
        assertThat(tenants()).isZero();
        assertThat(mayLogIn()).isFalse();

        logins.follow(person("csr", true, "triage"));
        assertThat(groups()).containsExactly("csr", "triage");
        assertThat(tenants()).isEqualTo(1);
    }

    @Test
    void makesNoLoginForWhoLeftBefore() {
        EngineLogins logins = logins(InitialPasswords.NONE);

        logins.follow(person("csr", false));

        assertThat(logins.exists("rosa")).isFalse();
    }

    private EngineLogins logins(InitialPasswords passwords) {
        return new EngineLogins(
                identity, new AsSystem(identity), TestAgency.PROFILE, new StaffProperties(null, passwords, Map.of()));
    }

    private List<String> groups() {
        return system(() -> identity.createGroupQuery().groupMember("rosa").orderByGroupId().asc().list().stream()
                .map(Group::getId)
                .toList());
    }

    private long tenants() {
        return system(() -> identity.createTenantQuery().userMember("rosa").count());
    }

    private boolean mayLogIn() {
        return system(() -> identity.checkPassword("rosa", "rosa"));
    }

    private <T> T system(Supplier<T> action) {
        return new AsSystem(identity).call(action);
    }

    private static StaffMember person(String role, boolean active, String... queues) {
        return new StaffMember(
                "rosa",
                "Rosa Díaz",
                "Account manager",
                role,
                null,
                null,
                null,
                List.of(queues),
                List.of(),
                List.of(),
                390,
                List.of(),
                List.of(),
                null,
                null,
                active);
    }
}
