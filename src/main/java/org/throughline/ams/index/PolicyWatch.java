package org.throughline.ams.index;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.PolicyChange;
import org.throughline.ams.PolicyChange.Seen;
import org.throughline.ams.PolicyChanges;
import org.throughline.platform.AgencyProfile;

/** Compares the policies of each look at the system with those of the look before, in {@code ams_policy_seen}. */
@Component
class PolicyWatch {

    private static final int NUMBER_LENGTH = 60;

    private final JdbcTemplate jdbc;
    private final List<PolicyChanges> interested;
    private final AgencyProfile agency;

    PolicyWatch(JdbcTemplate jdbc, List<PolicyChanges> interested, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.interested = List.copyOf(interested);
        this.agency = agency;
    }

    /** A policy of a client. */
    private record Key(String clientId, String policyKey) {}

    /** As it was seen. */
    private record Row(Key key, String number, Seen seen) {}

    /**
     * Takes note of policies and tells of those that changed. A policy seen for the first time is no change.
     *
     * @param clientIds whose policies these are all of
     */
    @Transactional
    public void look(Collection<String> clientIds, List<Policy> policies) {
        Map<Key, Row> before = seen(new HashSet<>(clientIds));
        Map<Key, Row> now = new HashMap<>();
        policies.forEach(policy -> now.putIfAbsent(key(policy), row(policy)));
        List<Row> written = new ArrayList<>();
        List<PolicyChange> changes = new ArrayList<>();
        now.forEach((key, row) -> {
            Row old = before.remove(key);
            if (old == null) {
                written.add(row);
            } else if (!old.seen().equals(row.seen())) {
                written.add(row);
                changes.add(new PolicyChange(key.clientId(), row.number(), old.seen(), row.seen()));
            }
        });
        before.forEach((key, gone) -> changes.add(new PolicyChange(key.clientId(), gone.number(), gone.seen(), null)));
        delete(before.keySet());
        delete(written.stream().map(Row::key).toList());
        insert(written);
        if (!changes.isEmpty()) {
            interested.forEach(one -> one.changed(changes));
        }
    }

    private Map<Key, Row> seen(Set<String> clientIds) {
        Map<Key, Row> rows = new HashMap<>();
        boolean few = clientIds.size() <= 1;
        String condition = few ? " and client_id = ?" : "";
        Object[] arguments = few
                ? new Object[] {agency.tenant(), clientIds.stream().findFirst().orElse("")}
                : new Object[] {agency.tenant()};
        jdbc.query(
                "select * from ams_policy_seen where tenant_id = ?" + condition,
                result -> {
                    Row row = row(result);
                    if (clientIds.contains(row.key().clientId())) {
                        rows.put(row.key(), row);
                    }
                },
                arguments);
        return rows;
    }

    private void delete(Collection<Key> keys) {
        if (!keys.isEmpty()) {
            jdbc.batchUpdate(
                    "delete from ams_policy_seen where tenant_id = ? and client_id = ? and policy_key = ?",
                    keys.stream()
                            .map(key -> new Object[] {agency.tenant(), key.clientId(), key.policyKey()})
                            .toList());
        }
    }

    private void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                insert into ams_policy_seen (tenant_id, client_id, policy_key, number, status, effective_on, expires_on,
                    cancels_on) values (?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, rows.size(), (statement, row) -> {
            statement.setString(1, agency.tenant());
            statement.setString(2, row.key().clientId());
            statement.setString(3, row.key().policyKey());
            statement.setString(4, row.number());
            statement.setString(5, row.seen().status().name());
            statement.setObject(6, row.seen().effective());
            statement.setObject(7, row.seen().expiration());
            statement.setObject(8, row.seen().cancellation());
        });
    }

    private static Key key(Policy policy) {
        return new Key(policy.clientId(), cut(LookupKeys.policy(policy.number())));
    }

    private static Row row(Policy policy) {
        return new Row(
                key(policy),
                cut(policy.number()),
                new Seen(policy.status(), policy.effective(), policy.expiration(), policy.cancellationDate()));
    }

    private static String cut(String number) {
        return number.length() <= NUMBER_LENGTH ? number : number.substring(0, NUMBER_LENGTH);
    }

    private static Row row(ResultSet row) throws SQLException {
        @Nullable Date cancels = row.getDate("cancels_on");
        return new Row(
                new Key(row.getString("client_id"), row.getString("policy_key")),
                row.getString("number"),
                new Seen(
                        PolicyStatus.valueOf(row.getString("status")),
                        row.getDate("effective_on").toLocalDate(),
                        row.getDate("expires_on").toLocalDate(),
                        cancels == null ? null : cancels.toLocalDate()));
    }
}
