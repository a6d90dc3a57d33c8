package org.throughline.ams.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ams.ClientBook.Source;
import org.throughline.platform.AgencyProfile;

/** The index in tables {@code client_index}, {@code client_index_key} and its cursor in {@code sync_cursor}. */
@Repository
class ClientIndexStore {

    private static final String CURSOR = "ams-clients";
    private static final String SPREADSHEETS = "spreadsheet-clients";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    ClientIndexStore(JdbcTemplate batches, AgencyProfile agency, Clock clock) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.agency = agency;
        this.clock = clock;
    }

    /** Whose index it is: that of the agency at work. */
    AgencyProfile agency() {
        return agency;
    }

    /** How far the index has followed the system; empty before the first time. */
    Optional<Instant> cursor() {
        return position(CURSOR);
    }

    private Optional<Instant> position(String name) {
        return jdbc.sql("select position from sync_cursor where name = ? and tenant_id = ?")
                .params(name, agency.tenant())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Replaces the given clients, in batches, and moves the cursor. */
    @Transactional
    public void replace(List<IndexRow> rows, Instant cursor) {
        moveCursor(CURSOR, cursor);
        write(rows);
    }

    /** Makes what the index has of the system exactly these clients; what came from spreadsheets stays. */
    @Transactional
    public void replaceAll(List<IndexRow> rows, Instant cursor) {
        moveCursor(CURSOR, cursor);
        Set<String> kept = rows.stream().map(IndexRow::clientId).collect(Collectors.toSet());
        List<String> gone = jdbc
                .sql("select client_id from client_index where tenant_id = ? and source = ?")
                .params(agency.tenant(), Source.AMS.name())
                .query(String.class)
                .list()
                .stream()
                .filter(id -> !kept.contains(id))
                .toList();
        delete(gone);
        write(rows);
    }

    /** First, because the update of this row keeps a second node out until we have committed. */
    private void moveCursor(String name, Instant cursor) {
        OffsetDateTime position = cursor.atOffset(ZoneOffset.UTC);
        int moved = jdbc.sql("update sync_cursor set position = ? where name = ? and tenant_id = ?")
                .params(position, name, agency.tenant())
                .update();
        if (moved == 0) {
            jdbc.sql("insert into sync_cursor (name, tenant_id, position) values (?, ?, ?)")
                    .params(name, agency.tenant(), position)
                    .update();
        }
    }

    private void delete(List<String> clientIds) {
        if (clientIds.isEmpty()) {
            return;
        }
        List<Object[]> ids =
                clientIds.stream().map(id -> new Object[] {id, agency.tenant()}).toList();
        batches.batchUpdate("delete from client_index_key where client_id = ? and tenant_id = ?", ids);
        batches.batchUpdate("delete from client_index where client_id = ? and tenant_id = ?", ids);
    }

    private void write(List<IndexRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        delete(rows.stream().map(IndexRow::clientId).toList());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.batchUpdate("""
                insert into client_index (client_id, tenant_id, name, dba, commercial, state, account_manager,
                    producer, synced_at, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, rows.size(), (statement, row) -> {
            statement.setString(1, row.clientId());
            statement.setString(2, agency.tenant());
            statement.setString(3, row.name());
            statement.setString(4, row.dba());
            statement.setBoolean(5, row.commercial());
            statement.setString(6, row.state());
            statement.setString(7, row.accountManager());
            statement.setString(8, row.producer());
            statement.setObject(9, now);
            statement.setString(10, row.source().name());
        });
        List<IndexKey> keys = rows.stream().flatMap(row -> row.keys().stream()).toList();
        if (keys.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                insert into client_index_key (client_id, tenant_id, kind, lookup_key, display, contact, authorized,
                    lines, state, in_force, surplus, effective, expiration) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, keys, keys.size(), (statement, key) -> {
            statement.setString(1, key.clientId());
            statement.setString(2, agency.tenant());
            statement.setString(3, key.kind().name());
            statement.setString(4, key.lookup());
            statement.setString(5, key.display());
            statement.setString(6, key.contact());
            statement.setBoolean(7, key.authorized());
            statement.setString(8, key.lines());
            statement.setString(9, key.state());
            statement.setBoolean(10, key.inForce());
            statement.setBoolean(11, key.surplus());
            statement.setObject(12, key.effective());
            statement.setObject(13, key.expiration());
        });
    }

    /** When clients from spreadsheets changed last, on whatever node; empty where there never were any. */
    Optional<Instant> spreadsheetCursor() {
        return position(SPREADSHEETS);
    }

    /** Writes clients from spreadsheets in the place of those with the same ids, and takes others out. */
    @Transactional
    public void changeSpreadsheet(List<IndexRow> rows, List<String> gone) {
        moveCursor(SPREADSHEETS, clock.instant());
        delete(gone);
        write(rows);
    }

    /** The agency's day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), agency.timeZone());
    }

    /** The whole index, as it is today. */
    List<IndexRow> load() {
        LocalDate today = today();
        return asWritten().stream().map(row -> row.on(today)).toList();
    }

    /** The whole index as it was written, whatever day it is. */
    List<IndexRow> asWritten() {
        Map<String, List<IndexKey>> keys = jdbc
                .sql("select * from client_index_key where tenant_id = ? order by client_id, kind, display")
                .param(agency.tenant())
                .query((row, index) -> key(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(IndexKey::clientId));
        return jdbc.sql("select * from client_index where tenant_id = ? order by client_id")
                .param(agency.tenant())
                .query((row, index) -> new IndexRow(
                        row.getString("client_id"),
                        Source.valueOf(row.getString("source")),
                        row.getString("name"),
                        row.getString("dba"),
                        row.getBoolean("commercial"),
                        row.getString("state"),
                        text(row, "account_manager"),
                        text(row, "producer"),
                        keys.getOrDefault(row.getString("client_id"), new ArrayList<>())))
                .list();
    }

    private static IndexKey key(ResultSet row) throws SQLException {
        return new IndexKey(
                row.getString("client_id"),
                IndexKey.Kind.valueOf(row.getString("kind")),
                row.getString("lookup_key"),
                row.getString("display"),
                text(row, "contact"),
                row.getBoolean("authorized"),
                text(row, "lines"),
                text(row, "state"),
                row.getBoolean("in_force"),
                row.getBoolean("surplus"),
                row.getObject("effective", LocalDate.class),
                row.getObject("expiration", LocalDate.class));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
