package org.throughline.sandbox.epic;

import java.util.List;
import java.util.Set;

/** Which scopes a call needs, one of several; assumed where a service's own description was not found. */
final class EpicScopes {

    private record Rule(String method, String path, List<String> scopes) {}

    private static final List<Rule> RULES = List.of(
            rule("GET", "/epic/account/v1/accounts/search", "accounts:search", "accounts:all"),
            rule("GET", "/epic/account/v1/accounts/.+/relationships", "account-relationships:read"),
            rule("GET", "/epic/account/v1/accounts/.+/agency-.+", "account-agency-defined-categories:read"),
            rule("GET", "/epic/account/v1/.*", "accounts:read", "accounts:all"),
            rule("GET", "/epic/client/v1/.*", "clients:read", "clients:all"),
            rule("GET", "/epic/contact/v1/.*", "contacts:read", "contacts:all"),
            rule("GET", "/epic/policy/v2/policies.*", "policies:read", "policies:all"),
            rule("POST", "/epic/policy/v2/policies", "policies:create", "policies:all"),
            rule("GET", "/epic/policy/v2/lines/.+/producer-.+", "producer-broker-commissions:read"),
            rule("GET", "/epic/policy/v2/lines.*", "lines:read", "lines:all"),
            rule("POST", "/epic/policy/v2/lines", "lines:create", "lines:all"),
            rule("GET", "/epic/policy/v2/statuses.*", "policy-statuses:read", "policy-statuses:all"),
            rule("GET", "/epic/policy/v2/types.*", "policy-types:read", "policy-types:all"),
            rule("GET", "/epic/policy/v2/sources.*", "policy-sources:read", "policy-sources:all"),
            rule("GET", "/epic/attachment.*", "attachments:read", "attachments:all"),
            rule("POST", "/epic/attachment.*", "attachments:create", "attachments:write", "attachments:all"),
            rule("GET", "/epic/activity/v1/.*", "activity-codes:read", "activity-codes:all"),
            rule("GET", "/workflow-management/v1/(?:activities/)?owners/.*", "owners:read"),
            rule("GET", "/workflow-management/v1/.*", "activity:read", "activity:all"),
            rule("POST", "/workflow-management/v1/.*", "activity:write", "activity:all"));

    private EpicScopes() {}

    private static Rule rule(String method, String path, String... scopes) {
        return new Rule(method, path, List.of(scopes));
    }

    /** @param granted empty where the token has all scopes */
    static boolean suffice(Set<String> granted, String method, String path) {
        return granted.isEmpty()
                || RULES.stream()
                        .filter(rule -> rule.method().equals(method) && path.matches(rule.path()))
                        .findFirst()
                        .map(rule -> rule.scopes().stream()
                                .anyMatch(scope -> granted.contains("epic/" + scope)
                                        || granted.contains("epic/" + scope.replaceFirst(":.*", ":all"))))
                        .orElse(true);
    }
}
