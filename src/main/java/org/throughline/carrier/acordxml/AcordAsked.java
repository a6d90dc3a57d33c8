package org.throughline.carrier.acordxml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.IssuedComparison;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.xml.XmlElement;

/**
 * Whether a policy, as its carrier has it, is already what a submission asks for. It is only where the carrier says
 * everything that was asked for, value for value; what it does not say is not taken for granted. Who brought it about does
 * not matter: nothing is left to ask for.
 */
final class AcordAsked {

    private static final String CANCELLED = "XLC";
    private static final String REINSTATED = "REI";

    private AcordAsked() {}

    static Optional<SubmissionAnswer> stands(Submission submission, XmlElement sync) {
        String status = AcordAnswers.policy(sync).text("PolicyStatusCd").orElse("");
        return switch (submission.operation()) {
            case CANCELLATION -> status.equals(CANCELLED) ? already(sync, null) : Optional.empty();
            case REINSTATEMENT -> status.equals(REINSTATED) ? already(sync, null) : Optional.empty();
            case POLICY_CHANGE -> changes(submission.changes(), sync);
            case POLICY_CHANGE_QUOTE, CLAIM_NOTICE, LOSS_RUNS -> Optional.empty();
        };
    }

    private static Optional<SubmissionAnswer> already(XmlElement sync, @Nullable List<Change> issued) {
        return Optional.of(new SubmissionAnswer(
                Status.CONFIRMED,
                AcordAnswers.policy(sync).text("ItemIdInfo/InsurerId").orElse(""),
                "The carrier's policy is already as asked for",
                issued,
                null,
                null));
    }

    private static Optional<SubmissionAnswer> changes(List<Change> asked, XmlElement sync) {
        List<Change> items = AcordItems.all(sync);
        boolean all = !asked.isEmpty() && asked.stream().allMatch(change -> holds(change, items));
        return all
                ? already(
                        sync, asked.stream().map(change -> found(change, items)).toList())
                : Optional.empty();
    }

    /** As the carrier has it; for something removed, that it is not there. */
    private static Change found(Change asked, List<Change> items) {
        return find(asked, items)
                .map(item -> new Change(asked.action(), item.subject(), item.name(), item.values()))
                .orElseGet(() -> new Change(asked.action(), asked.subject(), asked.name(), Map.of()));
    }

    private static boolean holds(Change asked, List<Change> items) {
        if (asked.action() == Action.REMOVE) {
            // A carrier that lists none of a kind may just not list that kind.
            return find(asked, items).isEmpty() && items.stream().anyMatch(each -> each.subject() == asked.subject());
        }
        return find(asked, items).isPresent()
                && IssuedComparison.differences(List.of(asked), List.of(found(asked, items)))
                        .isEmpty();
    }

    private static Optional<Change> find(Change asked, List<Change> items) {
        return items.stream()
                .filter(item -> IssuedComparison.aboutTheSame(asked, item))
                .findFirst();
    }
}
