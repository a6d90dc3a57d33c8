package org.throughline.staff.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.LicenseGate.Verdict;

/**
 * Holds the license gate in front of a task: whoever is to be its assignee and whoever completes it must hold the
 * license that the act needs. A refusal stops the call and tells the person why.
 */
class LicenseListener implements TaskListener {

    private final LicenseGate gate;
    private final Clock clock;

    LicenseListener(LicenseGate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** What an act needs; written to the task as {@code TX;CASUALTY,PROPERTY}. */
    private record Need(@Nullable String state, Set<String> lines) {

        static Optional<Need> ofProcess(DelegateTask task) {
            if (!LicenseVariables.LICENSE_REQUIRED.find(task).orElse(false)) {
                return Optional.empty();
            }
            String state = LicenseVariables.LICENSE_STATE.find(task).orElse("");
            return Optional.of(new Need(
                    known(state),
                    lines(LicenseVariables.LICENSE_LINES.find(task).orElse(""))));
        }

        static Optional<Need> ofTask(DelegateTask task) {
            return Optional.ofNullable((String) task.getVariableLocal(LicenseVariables.LICENSE_NEEDED))
                    .map(text -> text.split(";", -1))
                    .map(parts -> new Need(known(parts[0]), lines(parts[1])));
        }

        String text() {
            return (state == null ? "" : state) + ";" + String.join(",", lines);
        }

        private static @Nullable String known(String state) {
            return state.isBlank() ? null : state;
        }

        private static Set<String> lines(String text) {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE ->
                Need.ofProcess(task)
                        .ifPresent(need -> task.setVariableLocal(LicenseVariables.LICENSE_NEEDED, need.text()));
            case EVENTNAME_ASSIGNMENT -> check(task, task.getAssignee(), false);
            default -> check(task, signedIn(task), true);
        }
    }

    private void check(DelegateTask task, @Nullable String userId, boolean completing) {
        Set<Need> needs = new LinkedHashSet<>();
        Need.ofTask(task).ifPresent(needs::add);
        Need.ofProcess(task).ifPresent(needs::add);
        if (userId == null) {
            if (completing && !needs.isEmpty()) {
                throw new LicenseRefused("This step needs a license, and nobody is logged in.");
            }
            return;
        }
        for (Need need : needs) {
            Verdict verdict = gate.check(userId, need.state(), need.lines());
            if (!verdict.allowed()) {
                throw new LicenseRefused(Objects.requireNonNull(verdict.reason()));
            }
            task.setVariableLocal(LicenseVariables.LICENSE_EVIDENCE, evidence(userId, need, verdict));
        }
    }

    private String evidence(String userId, Need need, Verdict verdict) {
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return String.join(
                " ",
                userId,
                verdict.evidence() == null ? "-" : verdict.evidence(),
                need.state() == null ? "-" : need.state(),
                need.lines().isEmpty() ? "-" : String.join(",", need.lines()),
                now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private static @Nullable String signedIn(DelegateTask task) {
        Authentication current =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return current == null ? null : current.getUserId();
    }
}
