package org.throughline.intake.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.throughline.intake.portal.PortalAccess.Code;
import org.throughline.intake.portal.PortalAccess.Visit;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

class JdbcPortalAccessTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofMinutes(10));
    private static final Visit VISIT = new Visit("SR-2026-000001", "denise@okaforplumbing.example");

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.jdbc());
    private final JdbcPortalAccess access = new JdbcPortalAccess(
            jdbc,
            new DataSourceTransactionManager(
                    java.util.Objects.requireNonNull(database.jdbc().getDataSource())),
            TestAgency.PROFILE);
    private final JdbcPortalTickets tickets =
            new JdbcPortalTickets(jdbc, TestAgency.PROFILE, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void givesOutACodeSoManyTimesAndNoMore() {
        access.keepCode(VISIT, "hash", NOW, SOON);

        assertThat(access.takeTry(VISIT, 2, NOW)).map(Code::codeHash).contains("hash");
        assertThat(access.takeTry(VISIT, 2, NOW)).isPresent();
        assertThat(access.takeTry(VISIT, 2, NOW)).isEmpty();
    }

    @Test
    void givesOutNoCodeAfterItsTime() {
        access.keepCode(VISIT, "hash", NOW, SOON);

        assertThat(access.takeTry(VISIT, 5, SOON)).isEmpty();
    }

    @Test
    void givesTheCodeOfOneAddressToNoOther() {
        access.keepCode(VISIT, "hash", NOW, SOON);

        assertThat(access.takeTry(new Visit(VISIT.requestNumber(), "other@elsewhere.example"), 5, NOW))
                .isEmpty();
    }

    @Test
    void replacesAnEarlierCode() {
        access.keepCode(VISIT, "first", NOW, SOON);
        access.keepCode(VISIT, "second", NOW, SOON);

        assertThat(access.takeTry(VISIT, 5, NOW)).map(Code::codeHash).contains("second");
    }

    @Test
    void opensOneVisitForACode() {
        access.keepCode(VISIT, "hash", NOW, SOON);
        Code code = access.takeTry(VISIT, 5, NOW).orElseThrow();

        assertThat(access.exchange(code, VISIT, "token", SOON)).isTrue();
        assertThat(access.exchange(code, VISIT, "token-2", SOON)).isFalse();
        assertThat(access.visit("token", NOW)).contains(VISIT);
        assertThat(access.visit("token-2", NOW)).isEmpty();
        assertThat(access.visit("token", SOON)).isEmpty();
    }

    @Test
    void endsAVisit() {
        access.keepCode(VISIT, "hash", NOW, SOON);
        access.exchange(access.takeTry(VISIT, 5, NOW).orElseThrow(), VISIT, "token", SOON);

        access.leave("token");

        assertThat(access.visit("token", NOW)).isEmpty();
    }

    @Test
    void keepsATicketForItsTimeAndForgetsItThen() {
        tickets.keep("old", "IN-2026-000001", NOW.minusSeconds(1));
        tickets.keep("new", "IN-2026-000002", SOON);

        assertThat(tickets.itemOf("new", NOW)).contains("IN-2026-000002");
        assertThat(tickets.itemOf("new", SOON)).isEmpty();
        assertThat(jdbc.sql("select token_hash from portal_ticket")
                        .query(String.class)
                        .list())
                .containsExactly("new");
    }
}
