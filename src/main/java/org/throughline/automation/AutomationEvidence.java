package org.throughline.automation;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.automation.AutomationOutcome.Severity;

/**
 * Takes down whether automations are right, in the transaction of the work that tells. An error that is one too many costs
 * the level in the same transaction.
 */
@Service
public class AutomationEvidence {

    private static final int LONGEST_DETAIL = 1000;

    private final OutcomeTable outcomes;
    private final AutomationLevels levels;
    private final Clock clock;

    public AutomationEvidence(OutcomeTable outcomes, AutomationLevels levels, Clock clock) {
        this.outcomes = outcomes;
        this.levels = levels;
        this.clock = clock;
    }

    /**
     * What an automation would have done, had it been trusted to.
     *
     * @param carrier names of the carriers it touches, comma separated; empty where none
     */
    public record Proposal(
            String requestNumber, String workType, String carrier, AutomationLevel level, AutomationResult result) {}

    /** Keeps a proposal until the person has done the work; the first of a request counts. */
    @Transactional
    public void propose(Proposal proposal) {
        outcomes.propose(proposal, clock.instant());
    }

    /** Compares what a person did with what was proposed for the request, if anything was. */
    @Transactional
    public void settle(String requestNumber, AutomationResult person, @Nullable String by) {
        outcomes.takeProposal(requestNumber).ifPresent(proposal -> compare(proposal, person, by));
    }

    /** Compares a proposal with what a person did. */
    @Transactional
    public void compare(Proposal proposal, AutomationResult person, @Nullable String by) {
        List<String> differences = proposal.result().differences(person);
        boolean agreed = differences.isEmpty();
        OutcomeKind kind = proposal.level() == AutomationLevel.SHADOW
                ? OutcomeKind.SHADOW_COMPARED
                : agreed ? OutcomeKind.APPROVED : OutcomeKind.PERSON_OVERRULED;
        record(new AutomationOutcome(
                proposal.requestNumber(),
                proposal.workType(),
                proposal.carrier(),
                proposal.level(),
                kind,
                agreed,
                null,
                cut(String.join(" ", differences)),
                by,
                clock.instant()));
    }

    /** Takes down that work which automation had finished alone came back. */
    @Transactional
    public void cameBack(
            String requestNumber, String workType, String carrier, OutcomeKind kind, String what, @Nullable String by) {
        record(new AutomationOutcome(
                requestNumber,
                workType,
                carrier,
                levels.setting(workType).level(),
                kind,
                false,
                null,
                cut(what),
                by,
                clock.instant()));
    }

    /**
     * Takes down what a person found who looked at finished work.
     *
     * @param severity how bad the defect is; null where there is none
     * @param what what is wrong; empty where nothing is
     */
    @Transactional
    public void reviewed(
            String requestNumber,
            String workType,
            AutomationLevel level,
            @Nullable Severity severity,
            String what,
            @Nullable String by) {
        record(new AutomationOutcome(
                requestNumber,
                workType,
                "",
                level,
                OutcomeKind.REVIEWED,
                severity == null,
                severity,
                cut(what),
                by,
                clock.instant()));
    }

    private void record(AutomationOutcome outcome) {
        if (outcomes.add(outcome) && !outcome.correct()) {
            levels.demoteFor(outcome);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 1) + "…";
    }
}
