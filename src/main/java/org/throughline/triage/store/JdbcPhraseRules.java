package org.throughline.triage.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.triage.Phrases.Phrase;
import org.throughline.triage.learning.PhraseRule;
import org.throughline.triage.learning.PhraseRules;

/** Phrases in {@code phrase_rule}. */
@Component
class JdbcPhraseRules implements PhraseRules {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcPhraseRules(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public List<PhraseRule> all() {
        return jdbc.sql("select * from phrase_rule where tenant_id = ? order by changed_at, id")
                .param(agency.tenant())
                .query((row, number) -> new PhraseRule(
                        row.getString("id"),
                        new Phrase(
                                row.getString("topic"),
                                row.getString("pattern"),
                                row.getDouble("weight"),
                                row.getString("why")),
                        row.getBoolean("built_in"),
                        row.getString("state").equals("ON"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void add(PhraseRule rule) {
        jdbc.sql("insert into phrase_rule (id, tenant_id, topic, pattern, weight, why, built_in, state, changed_by,"
                        + " changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        rule.id(),
                        agency.tenant(),
                        rule.phrase().topic(),
                        rule.phrase().pattern(),
                        rule.phrase().weight(),
                        rule.phrase().why(),
                        rule.builtIn(),
                        state(rule.on()),
                        rule.changedBy(),
                        Objects.requireNonNull(rule.changedAt(), "a kept rule has a time")
                                .atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean change(String id, boolean on, String by, Instant at) {
        return jdbc.sql("update phrase_rule set state = ?, changed_by = ?, changed_at = ? where tenant_id = ?"
                                + " and id = ?")
                        .params(state(on), by, at.atOffset(ZoneOffset.UTC), agency.tenant(), id)
                        .update()
                > 0;
    }

    @Override
    public String stamp() {
        return jdbc.sql("select count(*) as rules, sum(case when state = 'ON' then 1 else 0 end) as switched,"
                        + " max(changed_at) as latest from phrase_rule where tenant_id = ?")
                .param(agency.tenant())
                .query((row, number) ->
                        row.getLong("rules") + "/" + row.getLong("switched") + "/" + row.getString("latest"))
                .single();
    }

    private static String state(boolean on) {
        return on ? "ON" : "OFF";
    }
}
