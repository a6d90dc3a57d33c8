package org.throughline.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

/** The list of the ledger on a real schema. */
class JdbcLedgerReaderTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

    private final TestDatabase database = TestDatabase.migrated();
    private final LedgerReader ledger = new JdbcLedgerReader(database.jdbc(), TestAgency.PROFILE);

    @BeforeEach
    void write() {
        row("SR-2026-000001", 1, WriteKind.EMAIL, WriteStatus.DONE, MORNING, "harborline");
        row("SR-2026-000001", 2, WriteKind.AMS_NOTE, WriteStatus.UNKNOWN, MORNING, "harborline");
        row("SR-2026-000002", 1, WriteKind.AMS_NOTE, WriteStatus.PLANNED, NOON, "harborline");
        row("SR-2026-000003", 1, WriteKind.EMAIL, WriteStatus.DONE, NOON, "elsewhere");
    }

    @Test
    void listsTheAgencysOwnRowsPlannedLastFirst() {
        assertThat(ledger.find(query(null, null, null), 0, 10))
                .extracting(OutboundWrite::reference)
                .containsExactly("SR-2026-000002-1", "SR-2026-000001-2", "SR-2026-000001-1");
        assertThat(ledger.find(query(null, null, null), 1, 2))
                .extracting(OutboundWrite::reference)
                .containsExactly("SR-2026-000001-1");
        assertThat(ledger.count(query(null, null, null))).isEqualTo(3);
    }

    @Test
    void narrows() {
        assertThat(ledger.find(query(WriteStatus.UNKNOWN, null, null), 0, 10)).hasSize(1);
        assertThat(ledger.count(query(null, WriteKind.AMS_NOTE, null))).isEqualTo(2);
        assertThat(ledger.count(query(WriteStatus.DONE, WriteKind.EMAIL, "SR-2026-000001")))
                .isEqualTo(1);
        assertThat(ledger.count(new LedgerQuery(null, null, null, NOON, null))).isEqualTo(1);
        assertThat(ledger.count(new LedgerQuery(null, null, null, MORNING, NOON)))
                .isEqualTo(2);
        assertThat(ledger.find(query(null, null, "SR-2026-000009"), 0, 10)).isEmpty();
    }

    @Test
    void countsByStatus() {
        assertThat(ledger.counts(query(null, null, null)))
                .isEqualTo(Map.of(
                        WriteStatus.PLANNED, 1L,
                        WriteStatus.UNKNOWN, 1L,
                        WriteStatus.ACCEPTED, 0L,
                        WriteStatus.DONE, 1L,
                        WriteStatus.REJECTED, 0L,
                        WriteStatus.CONFLICT, 0L,
                        WriteStatus.ABANDONED, 0L));
        assertThat(ledger.counts(query(null, WriteKind.EMAIL, null))).containsEntry(WriteStatus.UNKNOWN, 0L);
    }

    private static LedgerQuery query(@Nullable WriteStatus status, @Nullable WriteKind kind, @Nullable String request) {
        return new LedgerQuery(status, kind, request, null, null);
    }

    private void row(String request, int position, WriteKind kind, WriteStatus status, Instant at, String tenant) {
        database.jdbc()
                .update(
                        "insert into outbound_write (id, tenant_id, request_number, position, kind, reference, payload, status,"
                                + " attempts, planned_at) values (?, ?, ?, ?, ?, ?, '{}', ?, 0, ?)",
                        request + position,
                        tenant,
                        request,
                        position,
                        kind.name(),
                        request + "-" + position,
                        status.name(),
                        at.atOffset(ZoneOffset.UTC));
    }
}
