package org.throughline.carrier.download.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.carrier.download.Downloads;
import org.throughline.carrier.download.Transaction;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.transactions.FirstInsert;

/** Transactions in {@code carrier_download}. */
@Repository
class JdbcDownloads implements Downloads {

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_KEY = 100;

    private final JdbcClient jdbc;
    private final FirstInsert first;
    private final ObjectMapper json;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcDownloads(JdbcClient jdbc, FirstInsert first, ObjectMapper json, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.first = first;
        this.json = json;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public boolean keep(Transaction transaction, String format) {
        if (exists(transaction.id())) {
            return false;
        }
        return first.insert(() -> jdbc.sql(
                        "insert into carrier_download (tenant_id, id, format, code, policy_key, effective, content,"
                                + " received_at) values (:tenant, :id, :format, :code, :key, :effective, :content, :at)")
                .param("tenant", agency.tenant())
                .param("id", transaction.id())
                .param("format", format)
                .param("code", transaction.code().name())
                .param("key", start(transaction.policyKey(), LONGEST_KEY))
                .param("effective", transaction.effective())
                .param("content", written(transaction))
                .param("at", now())
                .update());
    }

    private boolean exists(String id) {
        return jdbc.sql("select count(*) from carrier_download where tenant_id = :tenant and id = :id")
                        .param("tenant", agency.tenant())
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Transaction> find(String transactionId) {
        return jdbc.sql("select content from carrier_download where tenant_id = :tenant and id = :id")
                .param("tenant", agency.tenant())
                .param("id", transactionId)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    @Override
    public void settle(String transactionId, Settlement settlement) {
        jdbc.sql("update carrier_download set outcome = :outcome, client_id = :client, policy_id = :policy,"
                        + " policy_number = :number, request_number = :request, reason = :reason, settled_at = :at"
                        + " where tenant_id = :tenant and id = :id")
                .param("outcome", settlement.outcome())
                .param("client", settlement.clientId())
                .param("policy", settlement.policyId())
                .param("number", start(settlement.policyNumber(), LONGEST_KEY))
                .param("request", settlement.requestNumber())
                .param("reason", start(settlement.reason(), LONGEST_REASON))
                .param("at", now())
                .param("tenant", agency.tenant())
                .param("id", transactionId)
                .update();
    }

    @Override
    public Optional<Settlement> settlement(String transactionId) {
        return jdbc.sql("select outcome, client_id, policy_id, policy_number, request_number, reason"
                        + " from carrier_download where tenant_id = :tenant and id = :id and outcome is not null")
                .param("tenant", agency.tenant())
                .param("id", transactionId)
                .query((row, number) -> settlement(row))
                .optional();
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        return new Settlement(
                row.getString("outcome"),
                text(row, "client_id"),
                text(row, "policy_id"),
                text(row, "policy_number"),
                text(row, "request_number"),
                text(row, "reason"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private Transaction read(String content) {
        try {
            return json.readValue(content, Transaction.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException("A carrier's transaction cannot be read", unreadable);
        }
    }

    private String written(Transaction transaction) {
        try {
            return json.writeValueAsString(transaction);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("A carrier's transaction cannot be stored", failure);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String start(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
