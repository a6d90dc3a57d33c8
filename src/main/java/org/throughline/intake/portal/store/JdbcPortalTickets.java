package org.throughline.intake.portal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.intake.portal.PortalTickets;
import org.throughline.platform.AgencyProfile;

/** Tickets in {@code portal_ticket}. */
@Component
class JdbcPortalTickets implements PortalTickets {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcPortalTickets(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public void keep(String tokenHash, String itemId, Instant expiresAt) {
        jdbc.sql("delete from portal_ticket where expires_at < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into portal_ticket (token_hash, tenant_id, item_id, expires_at) values (?, ?, ?, ?)")
                .params(tokenHash, agency.tenant(), itemId, expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<String> itemOf(String tokenHash, Instant now) {
        return jdbc.sql("select item_id from portal_ticket where tenant_id = ? and token_hash = ? and expires_at > ?")
                .params(agency.tenant(), tokenHash, now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
