package org.throughline.carrier.acordxml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.xml.XmlElement;

/**
 * Reads what a carrier says to a submission. What it has issued is what the {@code ModInfo}s of its own answer refer to, as
 * the answer's items say it; an answer without them does not say it, however good its status. A success under a policy
 * status that is no issue yet is none either. Where the carrier's number stands is confirmed for claims and quotes and partly
 * seen for changes.
 */
final class AcordAnswers {

    private static final Set<String> NOT_ISSUED =
            Set.of("QuotedNotBound", "QuotedAwaitingIssue", "QuotedBound", "NotQuotedNotBound");

    private AcordAnswers() {}

    /**
     * The answer that a message is.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable the carrier could not deal with it now
     * @throws org.throughline.platform.vendor.VendorRejected a person corrects it, or takes another way
     */
    static SubmissionAnswer read(Submission submission, XmlElement message) {
        AcordStatus said = AcordStatus.of(message);
        Status status = switch (said.verdict()) {
            case DONE -> done(submission, message);
            case PENDING -> Status.PENDING;
            case REFERRED -> Status.REFERRED;
            case DECLINED -> Status.DECLINED;
        };
        return new SubmissionAnswer(
                status,
                number(message),
                words(submission, message, said),
                status == Status.CONFIRMED ? issued(submission, message) : null,
                premiumChange(message),
                AcordValues.date(message.text("TransactionEffectiveDt")));
    }

    private static Status done(Submission submission, XmlElement message) {
        if (submission.operation() == CarrierOperation.POLICY_CHANGE_QUOTE) {
            return Status.QUOTED;
        }
        boolean waiting = policy(message)
                .text("PolicyStatusCd")
                .filter(NOT_ISSUED::contains)
                .isPresent();
        return waiting ? Status.PENDING : Status.CONFIRMED;
    }

    /** The policy of a message, or an element that says nothing. */
    static XmlElement policy(XmlElement message) {
        return message.at("CommlPolicy")
                .or(() -> message.at("PersPolicy"))
                .or(() -> message.at("Policy"))
                .orElse(new XmlElement("Policy", Map.of(), "", List.of()));
    }

    /** The carrier's own number; empty where it names none. */
    private static String number(XmlElement message) {
        return message.text("ClaimsOccurrence/ItemIdInfo/InsurerId")
                .or(() -> message.text("ItemIdInfo/InsurerId"))
                .or(() -> policy(message).text("QuoteInfo/CompanysQuoteNumber"))
                .orElse("");
    }

    private static String words(Submission submission, XmlElement message, AcordStatus said) {
        List<String> words = new ArrayList<>(said.texts());
        message.text("RemarkText").ifPresent(words::add);
        message.text("MsgStatus/PendingResponseAvailDt").ifPresent(when -> words.add("Answer expected " + when));
        message.text("ResponseURL").ifPresent(where -> words.add("To be seen at " + where));
        if (submission.operation() == CarrierOperation.LOSS_RUNS) {
            words.addAll(AcordLosses.words(message));
        }
        return String.join("; ", words);
    }

    private static @Nullable List<Change> issued(Submission submission, XmlElement message) {
        if (submission.operation() != CarrierOperation.POLICY_CHANGE) {
            return null;
        }
        List<Change> issued = message.all("ModInfo")
                .map(modification -> AcordItems.modified(modification, message))
                .flatMap(Optional::stream)
                .toList();
        return issued.isEmpty() ? null : issued;
    }

    /** Of the policy's term where the carrier sums it up, else what it says of its coverages together. */
    private static @Nullable BigDecimal premiumChange(XmlElement message) {
        BigDecimal total = AcordValues.amount(policy(message), "NetChangeAmt");
        if (total == null) {
            total = message.at("PolicySummaryInfo")
                    .map(summary -> AcordValues.amount(summary, "NetChangeAmt"))
                    .orElse(null);
        }
        return total != null
                ? total
                : message.everything("Coverage")
                        .flatMap(coverage -> Optional.ofNullable(AcordValues.amount(coverage, "NetChangeAmt")).stream())
                        .reduce(BigDecimal::add)
                        .orElse(null);
    }
}
