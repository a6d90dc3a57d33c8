package org.throughline.intake.store;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.intake.UsedSignatures;
import org.throughline.platform.AgencyProfile;

/** Used signatures in {@code webhook_signature}, for all nodes. */
@Component
class JdbcUsedSignatures implements UsedSignatures {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcUsedSignatures(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public boolean contains(String signature) {
        return jdbc.sql("select count(*) from webhook_signature where tenant_id = ? and signature = ?")
                        .params(agency.tenant(), signature)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void add(String signature, Instant at, Instant forgetBefore) {
        jdbc.sql("delete from webhook_signature where seen_at < ?")
                .param(forgetBefore.atOffset(ZoneOffset.UTC))
                .update();
        try {
            jdbc.sql("insert into webhook_signature (tenant_id, signature, seen_at) values (?, ?, ?)")
                    .params(agency.tenant(), signature, at.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException theSameCallAtTheSameTime) {
            // both calls carried the same bytes and were answered with the same item
            return;
        }
    }
}
