package org.throughline.partner.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;
import org.throughline.partner.PartnerDesk;
import org.throughline.partner.PartnerRefused;
import org.throughline.partner.PartnerResult;
import org.throughline.platform.engine.Refusal;
import org.throughline.platform.engine.RequestVariables;

/**
 * Takes what a partner sends in its own process. Whoever completes a task can send any variable along; so what was handed
 * over must still be what it was, and only what is asked for may be added. Otherwise the call fails and nothing changes.
 */
@Component
class PartnerSide {

    private static final String ACCEPT = "ACCEPT";
    private static final String DECLINE = "DECLINE";
    private static final String DONE = "DONE";
    private static final String RETURN = "RETURN";

    /** What the partner may add; everything else was there from the start. */
    private static final Set<String> SENT = Set.of(
            PartnerVariables.ACCEPTANCE.name(),
            PartnerVariables.WORK_DONE.name(),
            PartnerVariables.PARTNER_REASON.name(),
            PartnerVariables.TAKEN.name(),
            PartnerResult.RESULT,
            PartnerResult.NOTE,
            PartnerResult.MINUTES,
            PartnerResult.UNITS,
            PartnerResult.DONE_BY);

    private final PartnerDesk desk;

    PartnerSide(PartnerDesk desk) {
        this.desk = desk;
    }

    /** The partner's people answered an offer. */
    void answered(DelegateExecution execution) {
        check(execution);
        String answer = PartnerVariables.ACCEPTANCE.find(execution).orElse("");
        if (answer.equals(ACCEPT)) {
            desk.accepted(offeredBy(execution), signedIn(execution));
        } else if (!answer.equals(DECLINE)) {
            throw refused("Say whether you accept the work: acceptance is ACCEPT or DECLINE.");
        } else if (isBlank(PartnerVariables.PARTNER_REASON.find(execution).orElse(""))) {
            throw refused("Say why you decline; partnerReason is missing.");
        }
    }

    /** The partner sends its result, or gives the work back. */
    void finished(DelegateExecution execution) {
        check(execution);
        String how = PartnerVariables.WORK_DONE.find(execution).orElse(DONE);
        PartnerVariables.WORK_DONE.set(execution, how);
        if (how.equals(RETURN)) {
            if (isBlank(PartnerVariables.PARTNER_REASON.find(execution).orElse(""))) {
                throw refused("Say why you return the work; partnerReason is missing.");
            }
            return;
        }
        if (!how.equals(DONE)) {
            throw refused("workDone is " + how + "; it is DONE or RETURN.");
        }
        try {
            desk.finished(offeredBy(execution), sent(execution), signedIn(execution), need(execution));
        } catch (PartnerRefused refused) {
            throw refused(refused.getMessage());
        }
    }

    /** The process instance that offered the work: the one that called this one. */
    static String offeredBy(DelegateExecution execution) {
        @Nullable ExecutionEntity caller = caller(execution);
        return caller == null ? execution.getProcessInstanceId() : caller.getProcessInstanceId();
    }

    private static void check(DelegateExecution execution) {
        @Nullable ExecutionEntity caller = caller(execution);
        if (caller == null) {
            return;
        }
        Set<String> added = new HashSet<>(execution.getVariableNames());
        added.removeAll(SENT);
        for (String name : added) {
            if (!name.equals(RequestVariables.OUTCOME.name())
                    && !Objects.equals(execution.getVariable(name), caller.getVariable(name))) {
                throw refused(name + " is not yours to set. Send " + String.join(", ", sorted(SENT)) + " only.");
            }
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream()
                .filter(name -> !name.equals(PartnerVariables.TAKEN.name()))
                .sorted()
                .toList();
    }

    private static @Nullable ExecutionEntity caller(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessInstance().getSuperExecution();
    }

    private static Map<String, @Nullable Object> sent(VariableScope scope) {
        Map<String, @Nullable Object> values = new HashMap<>();
        SENT.forEach(name -> values.put(name, scope.getVariable(name)));
        return values;
    }

    private static PartnerDesk.@Nullable Need need(VariableScope scope) {
        if (!RequestVariables.LICENSE_REQUIRED.find(scope).orElse(false)) {
            return null;
        }
        String state = RequestVariables.LICENSE_STATE.find(scope).orElse("");
        return new PartnerDesk.Need(
                isBlank(state) ? null : state,
                Arrays.stream(RequestVariables.LICENSE_LINES
                                .find(scope)
                                .orElse("")
                                .split(","))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet()));
    }

    static String signedIn(DelegateExecution execution) {
        @Nullable
        Authentication current =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (current == null) {
            throw refused("Nobody is logged in.");
        }
        return current.getUserId();
    }

    private static boolean isBlank(String text) {
        return text.isBlank();
    }

    static Refusal refused(@Nullable String reason) {
        return new Refusal(reason);
    }
}
