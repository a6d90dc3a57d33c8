package org.throughline.servicing.certificate.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.Policy;
import org.throughline.automation.AutomationEvidence;
import org.throughline.automation.AutomationEvidence.Proposal;
import org.throughline.automation.AutomationGate;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationResult;
import org.throughline.automation.OutcomeKind;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.certificate.model.Asked;

/** Certificates that nobody approves: what stops them, and whether they were right. */
@Component
public class CertificateAutomation {

    private static final String DECISION = "Decision";
    private static final String ISSUE = "issue";

    private final AutomationGate gate;
    private final AutomationEvidence evidence;
    private final AgencyProfile agency;
    private final Clock clock;

    public CertificateAutomation(AutomationGate gate, AutomationEvidence evidence, AgencyProfile agency, Clock clock) {
        this.gate = gate;
        this.evidence = evidence;
        this.agency = agency;
        this.clock = clock;
    }

    /** Why automation may not go on with it now: the kill switch of its work type, a carrier it shows, or the agency. */
    Optional<String> stopped(CertificateFile file) {
        return gate.stopped(file.asked().workType(), carriers(file));
    }

    /** Keeps what automation would issue, to be compared with what the person does. */
    void propose(CertificateFile file, AutomationLevel level) {
        evidence.propose(new Proposal(
                file.requestNumber(), file.asked().workType(), String.join(", ", carriers(file)), level, result(file)));
    }

    /** Compares what a person issued with what automation would have. */
    void issuedBy(CertificateFile file, String userId) {
        evidence.settle(file.requestNumber(), result(file), userId);
    }

    /** Compares where a person declined, or asked the client, instead of issuing. */
    void notIssued(String requestNumber, String decision, String userId) {
        evidence.settle(requestNumber, AutomationResult.of(DECISION, decision.toLowerCase(Locale.ROOT)), userId);
    }

    /** Takes down that a certificate came back, if nobody had approved it. */
    void cameBack(CertificateFile file, OutcomeKind kind, String what, @Nullable String userId) {
        if (file.approval() == null) {
            evidence.cameBack(
                    file.requestNumber(),
                    file.asked().workType(),
                    String.join(", ", carriers(file)),
                    kind,
                    what,
                    userId);
        }
    }

    private List<String> carriers(CertificateFile file) {
        LocalDate today = LocalDate.now(clock.withZone(agency.timeZone()));
        return PoliciesShown.of(file.asked(), file.policies(), today).values().stream()
                .map(Policy::carrierName)
                .distinct()
                .sorted()
                .toList();
    }

    private static AutomationResult result(CertificateFile file) {
        Asked.Shown shown = file.asked().shown();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(DECISION, ISSUE);
        facts.put("Form", file.form());
        facts.put("Holder", shown.holderName());
        facts.put("Holder's address", shown.holderAddress());
        facts.put("Delivered to", shown.deliverTo());
        facts.put("Lines", String.join(",", shown.lines()));
        facts.put("Wording", String.join(",", shown.wording()));
        facts.put("Clause", shown.clause());
        facts.put("Description", shown.freeText());
        return new AutomationResult(facts);
    }
}
