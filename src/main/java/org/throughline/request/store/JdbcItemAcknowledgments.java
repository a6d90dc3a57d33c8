package org.throughline.request.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.request.ItemAcknowledgments;

/** The mark on {@code inbound_item}; of two requests that claim at once the second waits for the first and gets no. */
@Repository
class JdbcItemAcknowledgments implements ItemAcknowledgments {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcItemAcknowledgments(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public boolean claim(String itemId) {
        return jdbc.sql("update inbound_item set acknowledged_at = ?"
                                + " where tenant_id = ? and id = ? and acknowledged_at is null")
                        .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), agency.tenant(), itemId)
                        .update()
                == 1;
    }

    @Override
    public List<String> requestsOf(String itemId) {
        return jdbc.sql("select request_number from inbound_item_request where tenant_id = ? and item_id = ?"
                        + " order by linked_at, request_number")
                .params(agency.tenant(), itemId)
                .query(String.class)
                .list();
    }
}
