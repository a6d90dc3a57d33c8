package org.throughline.automation.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.automation.AutomationGate;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationProperties;
import org.throughline.automation.KillSwitch;
import org.throughline.automation.SwitchScope;
import org.throughline.platform.AgencyProfile;

/** Level and switches as the tables have them now. */
@Component
class JdbcAutomationGate implements AutomationGate {

    private static final String NO_CARRIER = "";

    private static final String THROWN = """
            from automation_switch
            where tenant_id = :tenant and thrown = true
                and (scope = 'AGENCY'
                    or (scope = 'WORK_TYPE' and switch_key = :workType)
                    or (scope = 'CARRIER' and lower(switch_key) in (:carriers)))
            """;

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final AutomationProperties settings;

    JdbcAutomationGate(JdbcClient jdbc, AgencyProfile agency, AutomationProperties settings) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.settings = settings;
    }

    @Override
    public Standing of(String workType) {
        record Row(String kind, String value, String text) {}
        List<Row> rows = jdbc.sql("""
                        select 'LEVEL' as kind, level as entry, '' as reason, '' as person, changed_at
                        from automation_level where tenant_id = :tenant and work_type = :workType
                        union all
                        select scope, switch_key, reason, changed_by, changed_at
                        """ + THROWN)
                .param("tenant", agency.tenant())
                .param("workType", workType)
                .param("carriers", List.of(NO_CARRIER))
                .query((row, index) -> {
                    String kind = row.getString("kind");
                    return new Row(
                            kind,
                            row.getString("entry"),
                            kind.equals("LEVEL") ? "" : Rows.thrown(row, kind).sentence());
                })
                .list();
        AutomationLevel level = rows.stream()
                .filter(row -> row.kind().equals("LEVEL"))
                .map(row -> AutomationLevel.valueOf(row.value()))
                .findFirst()
                .orElseGet(() -> settings.first(workType));
        return new Standing(
                level,
                rows.stream()
                        .filter(row -> !row.kind().equals("LEVEL"))
                        .map(Row::text)
                        .findFirst()
                        .orElse(null));
    }

    @Override
    public Optional<String> stopped(String workType, Collection<String> carriers) {
        List<String> names = carriers.isEmpty()
                ? List.of(NO_CARRIER)
                : carriers.stream()
                        .map(carrier -> carrier.strip().toLowerCase(Locale.ROOT))
                        .toList();
        return jdbc
                .sql("select scope, switch_key as entry, reason, changed_by as person, changed_at " + THROWN)
                .param("tenant", agency.tenant())
                .param("workType", workType)
                .param("carriers", names)
                .query((row, index) -> Rows.thrown(row, row.getString("scope")))
                .list()
                .stream()
                .min(java.util.Comparator.comparing((KillSwitch thrown) -> thrown.scope() != SwitchScope.AGENCY))
                .map(KillSwitch::sentence);
    }
}
