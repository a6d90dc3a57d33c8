package org.throughline.partner.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.throughline.partner.Packet;
import org.throughline.partner.PartnerAssignment;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.partner.PartnerAssignments;
import org.throughline.partner.PartnerAssignments.Offer;
import org.throughline.partner.PartnerAssignments.Query;
import org.throughline.partner.PartnerResult;
import org.throughline.partner.PartnerViewer;
import org.throughline.platform.TestDatabase;
import org.throughline.staff.PartnerWork;

class JdbcPartnerAssignmentsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final PartnerViewer ANA = new PartnerViewer("keyline", List.of("partner-licensed"));
    private static final PartnerViewer KOFI = new PartnerViewer("keyline", List.of("partner-processors"));
    private static final PartnerViewer SYSTEM = new PartnerViewer("keyline", null);
    private static final PartnerViewer OTHER = new PartnerViewer("alder", List.of("partner-licensed"));

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = database.jdbc();
    private final PartnerAssignments assignments =
            PartnerStores.assignments(database, Clock.fixed(NOW, ZoneOffset.UTC));

    private String id = "";

    @BeforeEach
    void offer() {
        id = assignments.offer(offer("process-1", "SR-2026-000001", "keyline"));
    }

    @Test
    void keepsAnOfferWithItsPacket() {
        PartnerAssignment kept = assignments.find(id).orElseThrow();

        assertThat(kept.status()).isEqualTo(Status.OFFERED);
        assertThat(kept.packet())
                .isEqualTo(offer("process-1", "SR-2026-000001", "keyline").packet());
        assertThat(kept.offeredAt()).isEqualTo(NOW);
        assertThat(assignments.latest("process-1")).contains(kept);
        assertThat(assignments.tried("process-1")).containsExactly("keyline");
    }

    @Test
    void showsWorkToThePartnersQueueAndToNobodyElse() {
        assertThat(seenBy(ANA)).containsExactly(id);
        assertThat(seenBy(SYSTEM)).containsExactly(id);
        assertThat(seenBy(KOFI)).isEmpty();
        assertThat(seenBy(OTHER)).isEmpty();
        assertThat(assignments.visible(OTHER, List.of("SR-2026-000001"))).isEmpty();
        assertThat(assignments.visible(ANA, List.of("SR-2026-000001", "SR-2026-000002")))
                .hasSize(1);

        assignments.close(id, Status.DECLINED, "No room");

        assertThat(seenBy(ANA)).as("what the partner lost").isEmpty();
        assertThat(assignments.find(new Query(null, Status.DECLINED, "keyline"), 0, 10))
                .singleElement()
                .extracting(PartnerAssignment::reason)
                .isEqualTo("No room");
    }

    @Test
    void countsTheUnitsOfTheDayWithoutWhatThePartnerDidNotTake() {
        String second = assignments.offer(offer("process-2", "SR-2026-000002", "keyline"));
        assignments.finished(second, new PartnerResult("Issued", null, 30, 17, "ana"), null);
        String third = assignments.offer(offer("process-3", "SR-2026-000003", "keyline"));
        assignments.close(third, Status.LATE, null);

        assertThat(assignments.unitsSince("keyline", NOW)).isEqualTo(18);
        assertThat(assignments.unitsSince("keyline", NOW.plusSeconds(1))).isZero();
        assertThat(assignments.unitsSince("alder", NOW)).isZero();
    }

    @Test
    void billsWhatWasFinished() {
        assignments.accepted(id, "ana");
        assignments.finished(id, new PartnerResult("Issued", "fine", 30, 17, "ana"), "TX-1");
        assignments.reviewed(id, 4, "maria");
        assignments.invoice(assignments.find(id).orElseThrow());
        assignments.close(id, Status.DONE, null);

        assertThat(assignments.find(id).orElseThrow())
                .extracting(PartnerAssignment::status, PartnerAssignment::score, PartnerAssignment::units)
                .containsExactly(Status.DONE, 4, 17);
        assertThat(jdbc.queryForMap("select * from partner_invoice_line"))
                .containsEntry("UNITS", 17)
                .containsEntry("UNIT", "CERTIFICATE")
                .containsEntry("CURRENCY", "USD")
                .containsEntry("AMOUNT", new BigDecimal("42.50"));
    }

    private List<String> seenBy(PartnerViewer viewer) {
        return assignments.find(new Query(viewer, null, null), 0, 10).stream()
                .map(PartnerAssignment::id)
                .toList();
    }

    private static Offer offer(String process, String request, String partner) {
        return new Offer(
                process,
                request,
                partner,
                new PartnerWork(
                        "CERT_BULK_RENEWAL",
                        "partner-licensed",
                        List.of("TX"),
                        List.of("ALL"),
                        new BigDecimal("2.50"),
                        "USD",
                        "CERTIFICATE"),
                new Packet(
                        Map.of("policyNumbers", "A-1"),
                        "Issue them.",
                        "please renew all",
                        List.of(new Packet.PacketFile("f1", "holders.csv", "text/csv", 12)),
                        1),
                "IN-2026-000001",
                NOW.plusSeconds(7200));
    }
}
