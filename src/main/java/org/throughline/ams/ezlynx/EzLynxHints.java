package org.throughline.ams.ezlynx;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/**
 * What the webhook told us of, in {@code ams_change_hint}, for all nodes: one row for each applicant or policy, so that
 * the same notification twice changes nothing but its time. Applicants stay in it, because those without a policy are
 * known from nowhere else.
 */
@OnEzLynx
@Component
class EzLynxHints {

    private static final String SYSTEM = "ezlynx";

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    EzLynxHints(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    /** What a notification is about. */
    enum Kind {
        APPLICANT,
        POLICY
    }

    /** Remembers that something about the record may have changed. */
    void note(Kind kind, String id, String event) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (moved(kind, id, event, now)) {
            return;
        }
        try {
            jdbc.sql("""
                    insert into ams_change_hint (tenant_id, system_name, kind, record_id, event, received_at)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                    .params(agency.tenant(), SYSTEM, kind.name(), id, event, now)
                    .update();
        } catch (DuplicateKeyException atTheSameTime) {
            moved(kind, id, event, now);
        }
    }

    private boolean moved(Kind kind, String id, String event, OffsetDateTime now) {
        return jdbc.sql("""
                        update ams_change_hint set event = ?, received_at = ?
                        where tenant_id = ? and system_name = ? and kind = ? and record_id = ?
                        """)
                        .params(event, now, agency.tenant(), SYSTEM, kind.name(), id)
                        .update()
                > 0;
    }

    /** All records of a kind that were told of since an instant, and when last. */
    Map<String, Instant> since(Kind kind, Instant since) {
        Map<String, Instant> told = new HashMap<>();
        jdbc.sql("""
                select record_id, received_at from ams_change_hint
                where tenant_id = ? and system_name = ? and kind = ? and received_at >= ?
                """)
                .params(agency.tenant(), SYSTEM, kind.name(), since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    told.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return told;
    }

    /** Forgets records that are gone, or that were found to belong to another. */
    void forget(Kind kind, List<String> ids) {
        ids.forEach(id ->
                jdbc.sql("""
                delete from ams_change_hint where tenant_id = ? and system_name = ? and kind = ? and record_id = ?
                """).params(agency.tenant(), SYSTEM, kind.name(), id).update());
    }
}
