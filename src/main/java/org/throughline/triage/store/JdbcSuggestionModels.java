package org.throughline.triage.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.AgencyProfile;
import org.throughline.triage.learning.LearnedModel;
import org.throughline.triage.learning.LearnedModel.Origin;
import org.throughline.triage.learning.LearnedModel.State;
import org.throughline.triage.learning.SuggestionModels;

/** Models in {@code suggestion_model}. */
@Component
class JdbcSuggestionModels implements SuggestionModels {

    private static final String HEAD = "select version, state, origin, metrics, created_by, created_at, changed_by,"
            + " changed_at from suggestion_model where tenant_id = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcSuggestionModels(JdbcClient jdbc, PlatformTransactionManager transactions, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public List<LearnedModel> all() {
        return jdbc.sql(HEAD + " order by created_at desc, version")
                .param(agency.tenant())
                .query(JdbcSuggestionModels::row)
                .list();
    }

    @Override
    public Optional<LearnedModel> find(String version) {
        return jdbc.sql(HEAD + " and version = ?")
                .params(agency.tenant(), version)
                .query(JdbcSuggestionModels::row)
                .optional();
    }

    @Override
    public Optional<String> active() {
        return jdbc.sql("select version from suggestion_model where tenant_id = ? and state = 'ACTIVE'")
                .param(agency.tenant())
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<byte[]> content(String version) {
        return jdbc.sql("select content from suggestion_model where tenant_id = ? and version = ?"
                        + " and content is not null")
                .params(agency.tenant(), version)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    @Override
    public List<String> learnedFrom(String version) {
        return jdbc.sql("select learned_from from suggestion_model where tenant_id = ? and version = ?")
                .params(agency.tenant(), version)
                .query(String.class)
                .optional()
                .map(digests -> List.of(digests.split(",")))
                .orElse(List.of());
    }

    @Override
    public void save(LearnedModel model, byte[] content, List<String> learnedFrom) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from suggestion_model where tenant_id = ? and version = ?")
                    .params(agency.tenant(), model.version())
                    .update();
            jdbc.sql("""
                            insert into suggestion_model (tenant_id, version, state, origin, content, learned_from,
                                metrics, created_by, created_at, changed_by, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            agency.tenant(),
                            model.version(),
                            model.state().name(),
                            model.origin().name(),
                            content,
                            String.join(",", learnedFrom),
                            model.metrics(),
                            model.createdBy(),
                            time(model.createdAt()),
                            model.changedBy(),
                            time(model.changedAt()))
                    .update();
        });
    }

    @Override
    public boolean activate(String version, State from, String by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("select version from suggestion_model where tenant_id = ? and state <> 'DISCARDED' for update")
                    .param(agency.tenant())
                    .query(String.class)
                    .list();
            if (find(version).filter(model -> model.state() == from).isEmpty()) {
                return false;
            }
            jdbc.sql("update suggestion_model set state = 'DISCARDED', content = null where tenant_id = ?"
                            + " and state = 'PREVIOUS' and version <> ?")
                    .params(agency.tenant(), version)
                    .update();
            jdbc.sql("update suggestion_model set state = 'PREVIOUS' where tenant_id = ? and state = 'ACTIVE'")
                    .param(agency.tenant())
                    .update();
            move(version, State.ACTIVE, by);
            return true;
        }));
    }

    private void move(String version, State state, String by) {
        jdbc.sql("update suggestion_model set state = ?, changed_by = ?, changed_at = ? where tenant_id = ?"
                        + " and version = ?")
                .params(state.name(), by, time(clock.instant()), agency.tenant(), version)
                .update();
    }

    @Override
    public boolean discard(String version, String by) {
        return jdbc.sql("update suggestion_model set state = 'DISCARDED', content = null, changed_by = ?,"
                                + " changed_at = ? where tenant_id = ? and version = ? and state = 'CANDIDATE'")
                        .params(by, time(clock.instant()), agency.tenant(), version)
                        .update()
                > 0;
    }

    private static LearnedModel row(ResultSet row, int number) throws SQLException {
        return new LearnedModel(
                row.getString("version"),
                State.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")),
                row.getString("metrics"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
