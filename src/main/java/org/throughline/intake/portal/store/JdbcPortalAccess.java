package org.throughline.intake.portal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.intake.portal.PortalAccess;
import org.throughline.platform.AgencyProfile;

/** Codes in {@code portal_code}, visits in {@code portal_visit}. */
@Component
class JdbcPortalAccess implements PortalAccess {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AgencyProfile agency;

    JdbcPortalAccess(JdbcClient jdbc, PlatformTransactionManager transactions, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.agency = agency;
    }

    @Override
    public void keepCode(Visit visit, String codeHash, Instant now, Instant expiresAt) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from portal_code where expires_at < ?")
                    .param(at(now))
                    .update();
            jdbc.sql("delete from portal_visit where expires_at < ?")
                    .param(at(now))
                    .update();
            jdbc.sql("delete from portal_code where tenant_id = ? and request_number = ? and address = ?")
                    .params(agency.tenant(), visit.requestNumber(), visit.address())
                    .update();
            jdbc.sql("insert into portal_code (id, tenant_id, request_number, address, code_hash, tries, expires_at)"
                            + " values (?, ?, ?, ?, ?, 0, ?)")
                    .params(
                            UUID.randomUUID().toString(),
                            agency.tenant(),
                            visit.requestNumber(),
                            visit.address(),
                            codeHash,
                            at(expiresAt))
                    .update();
        });
    }

    @Override
    public Optional<Code> takeTry(Visit visit, int mostTries, Instant now) {
        int taken = jdbc.sql("update portal_code set tries = tries + 1 where tenant_id = ? and request_number = ?"
                        + " and address = ? and expires_at > ? and tries < ?")
                .params(agency.tenant(), visit.requestNumber(), visit.address(), at(now), mostTries)
                .update();
        return taken == 0
                ? Optional.empty()
                : jdbc.sql("select id, code_hash from portal_code where tenant_id = ? and request_number = ?"
                                + " and address = ?")
                        .params(agency.tenant(), visit.requestNumber(), visit.address())
                        .query((row, n) -> new Code(row.getString("id"), row.getString("code_hash")))
                        .optional();
    }

    @Override
    public boolean exchange(Code code, Visit visit, String tokenHash, Instant expiresAt) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int used = jdbc.sql("delete from portal_code where id = ?")
                    .param(code.id())
                    .update();
            if (used == 0) {
                return false;
            }
            jdbc.sql("insert into portal_visit (token_hash, tenant_id, request_number, address, expires_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(tokenHash, agency.tenant(), visit.requestNumber(), visit.address(), at(expiresAt))
                    .update();
            return true;
        }));
    }

    @Override
    public Optional<Visit> visit(String tokenHash, Instant now) {
        return jdbc.sql("select request_number, address from portal_visit where tenant_id = ? and token_hash = ?"
                        + " and expires_at > ?")
                .params(agency.tenant(), tokenHash, at(now))
                .query((row, n) -> new Visit(row.getString("request_number"), row.getString("address")))
                .optional();
    }

    @Override
    public void leave(String tokenHash) {
        jdbc.sql("delete from portal_visit where tenant_id = ? and token_hash = ?")
                .params(agency.tenant(), tokenHash)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
