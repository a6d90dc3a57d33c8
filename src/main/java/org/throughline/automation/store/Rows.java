package org.throughline.automation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.throughline.automation.KillSwitch;
import org.throughline.automation.SwitchScope;

/** What the tables of automation have in common. */
final class Rows {

    private Rows() {}

    static KillSwitch thrown(ResultSet row, String scope) throws SQLException {
        return new KillSwitch(
                SwitchScope.valueOf(scope),
                row.getString("entry"),
                true,
                row.getString("reason"),
                row.getString("person"),
                instant(row, "changed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
