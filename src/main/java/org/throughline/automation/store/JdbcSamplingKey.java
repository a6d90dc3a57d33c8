package org.throughline.automation.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.automation.SamplingKey;
import org.throughline.platform.AgencyProfile;

/** The key in {@code automation_sampling_key}; whichever node needs it first makes it, in a transaction of its own. */
@Repository
class JdbcSamplingKey implements SamplingKey {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final AgencyProfile agency;

    JdbcSamplingKey(JdbcClient jdbc, PlatformTransactionManager transactions, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.agency = agency;
    }

    @Override
    public String secret() {
        return find().orElseGet(this::made);
    }

    private Optional<String> find() {
        return jdbc.sql("select secret from automation_sampling_key where tenant_id = ?")
                .param(agency.tenant())
                .query(String.class)
                .optional();
    }

    private String made() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try {
            ownTransaction.executeWithoutResult(
                    status -> jdbc.sql("insert into automation_sampling_key (tenant_id, secret) values (?, ?)")
                            .params(agency.tenant(), HexFormat.of().formatHex(random))
                            .update());
        } catch (DuplicateKeyException madeMeanwhile) {
            return find().orElseThrow(() -> madeMeanwhile);
        }
        return find().orElseThrow();
    }
}
