package org.throughline.staff.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.staff.Act;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.LicenseCheck.Outcome;
import org.throughline.staff.LicenseCheck.Path;
import org.throughline.staff.LicenseChecks;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.LicenseGate.Verdict;
import org.throughline.staff.LicenseNeed;

/** Asks the gate on behalf of a task, keeps what it answers, and stops the call where it refuses. */
class LicenseDesk {

    /** Who acts where nobody is logged in. */
    static final String NOBODY = "nobody";

    private final NeedReader needs;
    private final LicenseGate gate;
    private final LicenseChecks checks;
    private final Clock clock;

    LicenseDesk(NeedReader needs, LicenseGate gate, LicenseChecks checks, Clock clock) {
        this.needs = needs;
        this.gate = gate;
        this.checks = checks;
        this.clock = clock;
    }

    /** Keeps what a new task needs, so that nobody talks the need away later by changing what the request is. */
    void open(DelegateTask task, Set<Act> acts) {
        needs.of(acts, task).ifPresent(need -> checks.need(task.getId(), names(acts), need));
    }

    void close(DelegateTask task) {
        checks.forgetNeed(task.getId());
    }

    /**
     * Checks a person against what the task needed when it came up and against what it needs now.
     *
     * @param person null where nobody is logged in
     * @throws LicenseRefused if the person does not hold it
     */
    void check(DelegateTask task, Set<Act> acts, @Nullable String person, Path path) {
        Set<LicenseNeed> all = new LinkedHashSet<>();
        checks.needOf(task.getId()).ifPresent(all::add);
        needs.of(acts, task).ifPresent(all::add);
        for (LicenseNeed need : all) {
            Verdict verdict = person == null
                    ? new Verdict(false, null, "This step needs a license, and nobody is logged in.")
                    : gate.check(person, need);
            LicenseCheck answer = answer(task, acts, Objects.requireNonNullElse(person, NOBODY), path, need, verdict);
            if (!verdict.allowed()) {
                throw new LicenseRefused(answer);
            }
            checks.record(answer);
            task.setVariableLocal(LicenseVariables.LICENSE_EVIDENCE, evidence(answer));
        }
    }

    /** An administrator repairs the request and takes the task away; its act has not been done. */
    void passedBy(DelegateTask task, Set<Act> acts, @Nullable String person) {
        Optional<LicenseNeed> need = checks.needOf(task.getId());
        if (need.isPresent()) {
            Verdict moved = new Verdict(true, "", "Moved on by an administrator; nobody did what this step is for.");
            checks.record(
                    answer(task, acts, Objects.requireNonNullElse(person, NOBODY), Path.MODIFY, need.get(), moved));
        }
    }

    private LicenseCheck answer(
            DelegateTask task, Set<Act> acts, String person, Path path, LicenseNeed need, Verdict verdict) {
        return new LicenseCheck(
                OffsetDateTime.now(clock),
                person,
                path,
                names(acts),
                task.getId(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                RequestVariables.REQUEST_NUMBER.find(task).orElse(null),
                need.state(),
                String.join(",", new TreeSet<>(need.lines())),
                need.carrier(),
                verdict.allowed() ? Outcome.ALLOWED : Outcome.REFUSED,
                Objects.requireNonNullElse(verdict.evidence(), ""),
                Objects.requireNonNullElse(verdict.reason(), ""));
    }

    private static String evidence(LicenseCheck answer) {
        return String.join(
                " ",
                answer.person(),
                answer.licenses().isEmpty() ? "-" : answer.licenses(),
                answer.state() == null ? "-" : answer.state(),
                answer.lines().isEmpty() ? "-" : answer.lines(),
                answer.at().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private static String names(Set<Act> acts) {
        return acts.stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
