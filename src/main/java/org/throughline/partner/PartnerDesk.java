package org.throughline.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.privacy.SensitiveNumbers;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.LicenseGate.Verdict;
import org.throughline.staff.Partner;
import org.throughline.staff.Partners;

/** Notes what a partner answers and sends, and settles what it finished. */
@Component
public class PartnerDesk {

    private static final String ACCEPT = "ACCEPT";
    private static final String RETURN = "RETURN";
    private static final int BEST = 5;
    private static final int LONGEST_REASON = 1000;

    private final PartnerAssignments assignments;
    private final PartnerAccess access;
    private final Partners partners;
    private final LicenseGate licenses;
    private final OutboundLedger ledger;

    public PartnerDesk(
            PartnerAssignments assignments,
            PartnerAccess access,
            Partners partners,
            LicenseGate licenses,
            OutboundLedger ledger) {
        this.assignments = assignments;
        this.access = access;
        this.partners = partners;
        this.licenses = licenses;
        this.ledger = ledger;
    }

    /**
     * The license that the work needs.
     *
     * @param state two-letter state of the risk; null if not known
     * @param lines lines of authority
     */
    public record Need(@Nullable String state, Set<String> lines) {}

    /** Notes that a person of the partner took the work. */
    public void accepted(String process, String person) {
        assignments.accepted(current(process).id(), person);
    }

    /**
     * Notes the partner's result.
     *
     * @param sent the values as they were sent, see {@link PartnerResult#read}
     * @param sender who sent them: a person, or the partner's own system, which has to say who did the work
     * @param need null where anybody may do it
     * @throws PartnerRefused if the result does not hold, or nobody with the license did it
     */
    public void finished(String process, Map<String, @Nullable Object> sent, String sender, @Nullable Need need) {
        PartnerAssignment assignment = current(process);
        PartnerResult result = PartnerResult.read(sent, assignment.unit(), sender);
        boolean system = access.system(sender).isPresent();
        if (!system && !result.doneBy().equals(sender)) {
            throw new PartnerRefused("Whoever did the work completes it: you are " + sender + ", and doneBy says "
                    + result.doneBy() + ".");
        }
        boolean person = access.worksFor(result.doneBy(), assignment.partner());
        if (system && !person && (need != null || !result.doneBy().equals(sender))) {
            throw new PartnerRefused("doneBy must be the user id of one of your people"
                    + (need == null ? "" : ", as this work needs a license") + ". " + result.doneBy() + " is not one.");
        }
        assignments.finished(assignment.id(), result, license(result.doneBy(), need));
    }

    private @Nullable String license(String person, @Nullable Need need) {
        if (need == null) {
            return null;
        }
        Verdict verdict = licenses.check(person, need.state(), need.lines());
        if (!verdict.allowed()) {
            throw new PartnerRefused(verdict.reason() == null ? "A license is missing." : verdict.reason());
        }
        return verdict.evidence();
    }

    /** Ends work that the partner is not going to do; nothing happens where it has ended already. */
    public void lost(String process, Status status, @Nullable String reason) {
        assignments
                .latest(process)
                .filter(assignment -> assignment.status().isOpen() || assignment.status() == Status.FINISHED)
                .ifPresent(assignment -> assignments.close(assignment.id(), status, reason(reason)));
    }

    /**
     * Notes the quality review of a result; a result that is not accepted goes back.
     *
     * @param verdict ACCEPT or RETURN
     * @return where the work stands: FINISHED or RETURNED
     * @throws PartnerRefused if the review says too little
     */
    public Status reviewed(
            String process, String verdict, @Nullable Integer score, @Nullable String reason, String person) {
        boolean returned = verdict.equals(RETURN);
        if (!returned && !verdict.equals(ACCEPT)) {
            throw new PartnerRefused("Say what you think of the work: qualityVerdict is ACCEPT or RETURN.");
        }
        if (score == null || score < 1 || score > BEST) {
            throw new PartnerRefused("Give a score from 1 (unusable) to 5 (nothing to improve).");
        }
        if (returned && (reason == null || reason.isBlank())) {
            throw new PartnerRefused("Say why the work is returned; the partner and the next person read it.");
        }
        PartnerAssignment assignment = current(process);
        assignments.reviewed(assignment.id(), score, person);
        if (returned) {
            assignments.close(assignment.id(), Status.RETURNED, reason(reason));
        }
        return returned ? Status.RETURNED : assignment.status();
    }

    /**
     * Settles accepted work: a line for the invoice, and a note in the client's file where the client is known.
     *
     * @return what proves that the work is done
     */
    public String settle(String process, String clientId) {
        PartnerAssignment assignment = current(process);
        assignments.invoice(assignment);
        assignments.close(assignment.id(), Status.DONE, null);
        String firm = partners.find(assignment.partner()).map(Partner::name).orElse(assignment.partner());
        String evidence = assignment.result() + " (done by " + firm + ", " + assignment.doneBy() + ")";
        if (!clientId.isBlank() && !SpreadsheetIds.isOne(clientId)) {
            ledger.plan(
                    assignment.requestNumber(),
                    List.of(new PlannedWrite(
                            WriteKind.AMS_NOTE, new AmsNotePayload(clientId, null, assignment.workType(), evidence))));
        }
        return evidence;
    }

    /** The work that a process has with a partner now. */
    public Optional<PartnerAssignment> latest(String process) {
        return assignments.latest(process);
    }

    private PartnerAssignment current(String process) {
        return assignments
                .latest(process)
                .orElseThrow(() -> new IllegalStateException("Process " + process + " has offered nothing"));
    }

    private static @Nullable String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        String masked = SensitiveNumbers.mask(reason.strip());
        return masked.length() <= LONGEST_REASON ? masked : masked.substring(0, LONGEST_REASON);
    }
}
