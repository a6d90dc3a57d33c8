package org.throughline.staff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.throughline.staff.LicenseCheck.Outcome;
import org.throughline.staff.LicenseCheck.Path;
import org.throughline.staff.LicenseGate.Verdict;

/** Asks the license gate for an act that is no user task, and keeps the answer as it keeps a task's. */
@Service
public class LicensedActs {

    private final LicenseGate gate;
    private final LicenseChecks checks;
    private final RefusedAttempts refusals;
    private final Clock clock;

    public LicensedActs(LicenseGate gate, LicenseChecks checks, RefusedAttempts refusals, Clock clock) {
        this.gate = gate;
        this.checks = checks;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * Checks a person; allowed, the evidence is kept in the caller's transaction, refused, the attempt outlives it.
     *
     * @param what what is done, as people call it, such as "Void certificate"
     */
    public Verdict check(String person, Act act, LicenseNeed need, String what, String requestNumber) {
        Verdict verdict = gate.check(person, need);
        LicenseCheck answer = new LicenseCheck(
                OffsetDateTime.now(clock),
                person,
                Path.AMEND,
                act.name(),
                "",
                what,
                requestNumber,
                need.state(),
                String.join(",", new TreeSet<>(need.lines())),
                need.carrier(),
                verdict.allowed() ? Outcome.ALLOWED : Outcome.REFUSED,
                Objects.requireNonNullElse(verdict.evidence(), ""),
                Objects.requireNonNullElse(verdict.reason(), ""));
        if (verdict.allowed()) {
            checks.record(answer);
        } else {
            refusals.keep(answer);
        }
        return verdict;
    }
}
