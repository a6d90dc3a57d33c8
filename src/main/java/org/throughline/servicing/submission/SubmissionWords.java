package org.throughline.servicing.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;

/** Submissions and answers in words, for people at both ends. */
final class SubmissionWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);
    private static final int LONGEST = 3500;

    private SubmissionWords() {}

    static String operation(CarrierOperation operation) {
        return switch (operation) {
            case POLICY_CHANGE_QUOTE -> "Quote for a policy change";
            case POLICY_CHANGE -> "Policy change request";
            case CANCELLATION -> "Cancellation request";
            case REINSTATEMENT -> "Reinstatement request";
            case CLAIM_NOTICE -> "Notice of loss";
            case LOSS_RUNS -> "Loss run request";
        };
    }

    /** Everything that is asked, a line each. */
    static String block(String requestNumber, Submission submission) {
        List<String> lines = new ArrayList<>();
        lines.add("Reference: " + requestNumber);
        lines.add("Request: " + operation(submission.operation()));
        lines.add("Policy: " + submission.policyNumber());
        lines.add("Insured: " + submission.insured());
        if (!submission.line().isBlank()) {
            lines.add("Line: " + submission.line() + (submission.state().isBlank() ? "" : ", " + submission.state()));
        }
        lines.add("Effective: " + DAY.format(submission.effective()));
        submission.changes().forEach(change -> lines.add("Change: " + ChangeLines.write(List.of(change))));
        new TreeMap<>(submission.details()).forEach((name, value) -> lines.add(name + ": " + value));
        if (submission.quoteReference() != null) {
            lines.add("Your quote: " + submission.quoteReference());
        }
        if (!submission.description().isBlank()) {
            lines.add("");
            lines.add(submission.description().strip());
        }
        return String.join("\n", lines);
    }

    /** What the carrier said, for the person who goes on. */
    static String answer(String carrier, CarrierSubmission submission) {
        if (submission.whyEnded() != null) {
            return carrier + " could not take it as it is: " + submission.whyEnded();
        }
        SubmissionAnswer answer = submission.answer();
        if (answer == null) {
            return carrier + " has not answered yet.";
        }
        List<String> lines = new ArrayList<>();
        lines.add(carrier + " " + said(answer.status())
                + (answer.carrierReference().isBlank()
                        ? "."
                        : ", its reference is " + answer.carrierReference() + "."));
        if (!answer.message().isBlank()) {
            lines.add(answer.message());
        }
        if (answer.premiumChange() != null) {
            lines.add("Premium change: " + money(answer.premiumChange()));
        }
        if (answer.effective() != null) {
            lines.add("Effective: " + DAY.format(answer.effective()));
        }
        if (answer.issued() != null && !answer.issued().isEmpty()) {
            lines.add("Issued:\n" + ChangeLines.write(answer.issued()));
        }
        String text = String.join("\n", lines);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String said(SubmissionAnswer.Status status) {
        return switch (status) {
            case QUOTED -> "has named its price; nothing is bound";
            case CONFIRMED -> "has confirmed";
            case PENDING -> "has the request and has not decided; this is no coverage";
            case REFERRED -> "has given it to an underwriter; this is no coverage";
            case DECLINED -> "declines";
        };
    }

    static String money(BigDecimal amount) {
        return (amount.signum() < 0 ? "-" : "+")
                + String.format(Locale.US, "$%,.2f", amount.abs().setScale(2, RoundingMode.HALF_UP));
    }
}
