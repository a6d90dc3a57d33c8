package org.throughline.carrier.download.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.download.Downloads;
import org.throughline.carrier.download.Downloads.Settlement;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.Transaction.Coverage;
import org.throughline.carrier.download.TransactionCode;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

class JdbcDownloadsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = database.jdbc();
    private final Downloads downloads = new JdbcDownloads(
            JdbcClient.create(jdbc),
            database.firstInsert(),
            JsonMapper.builder().findAndAddModules().build(),
            TestAgency.PROFILE,
            CLOCK);

    private static Transaction transaction(String id) {
        return new Transaction(
                id,
                TransactionCode.PCH,
                "SUMMIT RIDGE MUTUAL",
                "99146",
                "SRMPA5519027",
                "PERSONAL_AUTO",
                "WATTS JEROME",
                LocalDate.of(2026, 11, 20),
                null,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2027, 6, 1),
                new BigDecimal("1824.00"),
                new BigDecimal("412.00"),
                List.of(new Coverage("CSL", "300000", "", "500", new BigDecimal("12.34"))),
                List.of(new Change(Action.ADD, Subject.VEHICLE, "1HGCV1F34MA012345", Map.of("year", "2021"))),
                "ADDED VEHICLE",
                true);
    }

    @Test
    void keepsATransactionOnceAndWhole() {
        assertThat(downloads.keep(transaction("al3/1"), "AL3")).isTrue();
        assertThat(downloads.keep(transaction("al3/1"), "AL3")).isFalse();

        assertThat(downloads.find("al3/1")).contains(transaction("al3/1"));
        assertThat(downloads.find("al3/2")).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from carrier_download", Integer.class))
                .isEqualTo(1);
        assertThat(jdbc.queryForMap("select tenant_id, policy_key, code from carrier_download"))
                .containsEntry("TENANT_ID", "harborline")
                .containsEntry("POLICY_KEY", "SRMPA5519027")
                .containsEntry("CODE", "PCH");
    }

    @Test
    void takesDownWhatBecameOfIt() {
        downloads.keep(transaction("al3/1"), "AL3");
        assertThat(downloads.settlement("al3/1")).isEmpty();

        Settlement first = new Settlement("CONFLICT", "", "", "", "SR-2026-000001", "Two policies have the number.");
        Settlement last = new Settlement(
                "APPLIED", "20001", "p-1", "SRM-PA-5519027", "SR-2026-000001", "It is the policy of the AMS.");
        downloads.settle("al3/1", first);
        downloads.settle("al3/1", last);

        assertThat(downloads.settlement("al3/1")).contains(last);
    }
}
