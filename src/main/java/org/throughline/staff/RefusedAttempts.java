package org.throughline.staff;

import org.springframework.stereotype.Component;
import org.throughline.platform.transactions.AfterRollback;

/** Keeps refused attempts, though the transaction that each was made in is rolled back. */
@Component
public class RefusedAttempts {

    private final LicenseChecks checks;
    private final AfterRollback afterRollback;

    public RefusedAttempts(LicenseChecks checks, AfterRollback afterRollback) {
        this.checks = checks;
        this.afterRollback = afterRollback;
    }

    /** Keeps an attempt; one that cannot be written stands in the log, and the refusal holds. */
    public void keep(LicenseCheck refused) {
        afterRollback.write(refused.toString(), () -> checks.record(refused));
    }
}
