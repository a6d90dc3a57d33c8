package org.throughline.platform.security;

import java.util.List;
import java.util.Optional;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.identity.Tenant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * The engine's users as the application's. Passwords are checked by the engine, which locks a user for a growing time
 * after every wrong one.
 */
@Component
class EngineAccounts implements AuthenticationProvider {

    private final IdentityService identity;

    EngineAccounts(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName();
        Object password = attempt.getCredentials();
        if (password == null || !identity.checkPassword(userId, password.toString())) {
            throw new BadCredentialsException("User name or password is wrong, or the user is locked for a moment.");
        }
        return signedIn(caller(userId));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** The caller of a user id that somebody else has authenticated, as long as the user exists and is in a group. */
    Optional<Authentication> known(String userId) {
        return Optional.of(caller(userId))
                .filter(caller -> !caller.groups().isEmpty())
                .map(EngineAccounts::signedIn);
    }

    private Caller caller(String userId) {
        List<String> groups = identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants =
                identity.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList();
        return new Caller(userId, groups, tenants);
    }

    private static Authentication signedIn(Caller caller) {
        List<? extends GrantedAuthority> authorities = caller.groups().stream()
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities);
    }
}
