package org.throughline.servicing.download.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.download.usecase.AliasKey;
import org.throughline.servicing.download.usecase.DownloadAliases;

/** Matches in {@code download_alias}. */
@Repository
class JdbcDownloadAliases implements DownloadAliases {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcDownloadAliases(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public Optional<Alias> find(AliasKey key) {
        return jdbc.sql("select policy_number, client_id, request_number, learned_from from download_alias"
                        + " where tenant_id = :tenant and carrier = :carrier and policy_key = :key")
                .param("tenant", agency.tenant())
                .param("carrier", key.carrier())
                .param("key", key.policyKey())
                .query((row, number) -> new Alias(
                        row.getString("policy_number"),
                        row.getString("client_id"),
                        row.getString("request_number"),
                        row.getString("learned_from")))
                .optional();
    }

    @Override
    public void remember(AliasKey key, Alias alias) {
        int changed = set(
                "update download_alias set policy_number = :number, client_id = :client, request_number = :request,"
                        + " learned_from = :person, learned_at = :at"
                        + " where tenant_id = :tenant and carrier = :carrier and policy_key = :key",
                key,
                alias);
        if (changed == 0) {
            set(
                    "insert into download_alias (tenant_id, carrier, policy_key, policy_number, client_id,"
                            + " request_number, learned_from, learned_at) values (:tenant, :carrier, :key, :number,"
                            + " :client, :request, :person, :at)",
                    key,
                    alias);
        }
    }

    private int set(String statement, AliasKey key, Alias alias) {
        return jdbc.sql(statement)
                .param("tenant", agency.tenant())
                .param("carrier", key.carrier())
                .param("key", key.policyKey())
                .param("number", alias.policyNumber())
                .param("client", alias.clientId())
                .param("request", alias.requestNumber())
                .param("person", alias.learnedFrom())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
