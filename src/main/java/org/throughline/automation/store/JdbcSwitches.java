package org.throughline.automation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.automation.KillSwitch;
import org.throughline.automation.SwitchScope;
import org.throughline.automation.SwitchTable;
import org.throughline.platform.AgencyProfile;

/** Kill switches in {@code automation_switch}. */
@Repository
class JdbcSwitches implements SwitchTable {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcSwitches(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public Optional<KillSwitch> find(SwitchScope scope, String key) {
        return jdbc.sql("select * from automation_switch where tenant_id = ? and scope = ? and lower(switch_key) ="
                        + " lower(?)")
                .params(agency.tenant(), scope.name(), key)
                .query(JdbcSwitches::row)
                .optional();
    }

    @Override
    public List<KillSwitch> all() {
        return jdbc.sql("select * from automation_switch where tenant_id = ? order by thrown desc, changed_at desc")
                .param(agency.tenant())
                .query(JdbcSwitches::row)
                .list();
    }

    @Override
    public void put(KillSwitch next) {
        int changed = jdbc.sql("update automation_switch set thrown = ?, reason = ?, changed_by = ?, changed_at = ?"
                        + " where tenant_id = ? and scope = ? and lower(switch_key) = lower(?)")
                .params(
                        next.on(),
                        next.reason(),
                        next.by(),
                        Rows.time(next.at()),
                        agency.tenant(),
                        next.scope().name(),
                        next.key())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into automation_switch (scope, switch_key, tenant_id, thrown, reason, changed_by,"
                            + " changed_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            next.scope().name(),
                            next.key(),
                            agency.tenant(),
                            next.on(),
                            next.reason(),
                            next.by(),
                            Rows.time(next.at()))
                    .update();
        }
    }

    private static KillSwitch row(ResultSet row, int index) throws SQLException {
        return new KillSwitch(
                SwitchScope.valueOf(row.getString("scope")),
                row.getString("switch_key"),
                row.getBoolean("thrown"),
                row.getString("reason"),
                row.getString("changed_by"),
                Rows.instant(row, "changed_at"));
    }
}
