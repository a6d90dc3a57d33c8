package org.throughline.assistant.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.assistant.AiOutput;
import org.throughline.assistant.AiOutputs;
import org.throughline.platform.AgencyProfile;

/** AI outputs in {@code ai_output}. */
@Component
class JdbcAiOutputs implements AiOutputs {

    private static final int LONGEST_VERSION = 100;

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcAiOutputs(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public void add(AiOutput output) {
        jdbc.sql("insert into ai_output (id, tenant_id, ai_function, source, model_version, work_type, confidence,"
                        + " item_id, request_number, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        UUID.randomUUID().toString(),
                        agency.tenant(),
                        output.function().name(),
                        output.source().name(),
                        shortened(output.modelVersion()),
                        output.workType(),
                        output.confidence(),
                        output.itemId(),
                        output.requestNumber(),
                        now()))
                .update();
    }

    @Override
    public void decided(String itemId, String workType, String person) {
        jdbc.sql("update ai_output set outcome = case when work_type = :type then 'ACCEPTED' else 'CHANGED' end,"
                        + " decided_by = :person, decided_at = :now"
                        + " where tenant_id = :tenant and item_id = :item and ai_function = 'CLASSIFY'")
                .param("type", workType)
                .param("person", person)
                .param("now", now())
                .param("tenant", agency.tenant())
                .param("item", itemId)
                .update();
    }

    @Override
    public List<Registered> ofItems(Collection<String> itemIds) {
        if (itemIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select ai_function, source, model_version, work_type, confidence, item_id, request_number,"
                        + " made_at, outcome, decided_by from ai_output"
                        + " where tenant_id = :tenant and item_id in (:items) order by made_at, source desc")
                .param("tenant", agency.tenant())
                .param("items", itemIds)
                .query((row, number) -> registered(row))
                .list();
    }

    private static Registered registered(ResultSet row) throws SQLException {
        AiOutput output = new AiOutput(
                AiOutput.Function.valueOf(row.getString("ai_function")),
                AiOutput.Source.valueOf(row.getString("source")),
                row.getString("model_version"),
                row.getString("work_type"),
                row.getDouble("confidence"),
                row.getString("item_id"),
                row.getString("request_number"));
        return new Registered(
                output,
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                outcome(row.getString("outcome")),
                row.getString("decided_by"));
    }

    private static AiOutput.@Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : AiOutput.Outcome.valueOf(name);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String shortened(String version) {
        return version.length() <= LONGEST_VERSION ? version : version.substring(0, LONGEST_VERSION);
    }
}
