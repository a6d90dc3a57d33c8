package org.throughline.carrier.acordxml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
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
        Optional<Change> item = find(asked, items);
        if (asked.action() == Action.REMOVE) {
            // A carrier that lists none of a kind may just not list that kind.
            return item.isEmpty() && items.stream().anyMatch(each -> each.subject() == asked.subject());
        }
        return item.filter(found -> saysAll(asked.values(), found.values())).isPresent();
    }

    private static Optional<Change> find(Change asked, List<Change> items) {
        return items.stream()
                .filter(item -> item.subject() == asked.subject())
                .filter(item -> asked.subject() == Subject.MAILING_ADDRESS || same(item.name(), asked.name()))
                .findFirst();
    }

    private static boolean saysAll(Map<String, String> asked, Map<String, String> said) {
        return asked.entrySet().stream()
                .allMatch(value -> said.containsKey(value.getKey())
                        && same(value.getValue(), said.getOrDefault(value.getKey(), "")));
    }

    private static boolean same(String one, String other) {
        BigDecimal number = AcordValues.number(Optional.of(one));
        BigDecimal second = AcordValues.number(Optional.of(other));
        return (number != null && second != null)
                ? number.compareTo(second) == 0
                : plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "");
    }
}
