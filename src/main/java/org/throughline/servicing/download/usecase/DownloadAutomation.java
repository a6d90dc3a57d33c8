package org.throughline.servicing.download.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.automation.AutomationEvidence;
import org.throughline.automation.AutomationEvidence.Proposal;
import org.throughline.automation.AutomationGate;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationResult;
import org.throughline.carrier.download.PolicyNumbers;

/** Downloads that nobody looks at: what stops them, and whether they were right. */
@Component
public class DownloadAutomation {

    private static final String APPLY = "APPLY";

    private final AutomationGate gate;
    private final AutomationEvidence evidence;

    public DownloadAutomation(AutomationGate gate, AutomationEvidence evidence) {
        this.gate = gate;
        this.evidence = evidence;
    }

    /** Why automation may not apply it now: the kill switch of the work type, the carrier or the agency. */
    public Optional<String> stopped(String workType, String carrier) {
        return gate.stopped(workType, carrier.isEmpty() ? List.of() : List.of(carrier));
    }

    /** Keeps that automation would apply it to that policy, to be compared with what the person does. */
    public void propose(
            String requestNumber, String workType, String carrier, AutomationLevel level, String policyNumber) {
        evidence.propose(new Proposal(requestNumber, workType, carrier, level, result(APPLY, policyNumber)));
    }

    /** Compares what a person did with what was proposed, if anything was. */
    void settled(String requestNumber, String decision, String policyNumber, String person) {
        evidence.settle(requestNumber, result(decision, policyNumber), person);
    }

    private static AutomationResult result(String decision, String policyNumber) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Decision", decision);
        facts.put("Policy", PolicyNumbers.key(policyNumber));
        return new AutomationResult(facts);
    }
}
