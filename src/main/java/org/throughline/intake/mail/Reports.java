package org.throughline.intake.mail;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.intake.DeliveryFailure;

/** What mail systems report about a mail of ours: RFC 3464, RFC 8098 and RFC 5965, and those that follow none. */
final class Reports {

    private static final Pattern FAILED = Pattern.compile("(?mi)^Action:\\s*failed\\b");
    private static final Pattern DELIVERED = Pattern.compile("(?mi)^Action:\\s*(delivered|relayed|expanded)\\b");
    private static final Pattern DELAYED = Pattern.compile("(?mi)^Action:\\s*delayed\\b");
    private static final Pattern DISPOSITION = Pattern.compile("(?mi)^Disposition:\\s*\\S");
    private static final Pattern FEEDBACK = Pattern.compile("(?mi)^Feedback-Type:\\s*\\S");
    private static final Pattern RETURNED_ID = Pattern.compile("(?mi)^(?:Original-)?Message-ID:\\s*(<[^>\\s]{1,400}>)");
    private static final Pattern SAYS_FAILED = Pattern.compile("(?i)this is the qmail-send program"
            + "|could ?n[o']t be delivered|wasn't delivered|was not delivered|undeliverable|unable to deliver"
            + "|delivery (to the following .{0,60})?(has )?failed|permanent (fatal )?error|address\\(?(es)?\\)? failed"
            + "|konnte nicht zugestellt werden|no se pudo entregar|n'a pas pu être remis");

    private Reports() {}

    /**
     * Flags what a machine reports and returns the Message-ID of the mail that it is about.
     *
     * @param text all that the report says, with the head of the returned mail
     * @param returnedId Message-ID of a mail enclosed in it, where there is one
     */
    static Optional<String> read(
            MessageHead head, boolean report, String text, Optional<String> returnedId, Set<String> flags) {
        if (!report && !head.isFromMailSystem() && !head.isMachine()) {
            return Optional.empty();
        }
        Matcher id = RETURNED_ID.matcher(text);
        Optional<String> about = returnedId.or(() -> id.find() ? Optional.of(id.group(1)) : Optional.empty());
        boolean failed = FAILED.matcher(text).find();
        boolean other = DELIVERED.matcher(text).find() || DELAYED.matcher(text).find();
        boolean says =
                !report && head.isFromMailSystem() && SAYS_FAILED.matcher(text).find();
        if (about.isPresent() && (failed || (says && !other))) {
            flags.add(DeliveryFailure.FLAG);
            return about;
        }
        if (report && DISPOSITION.matcher(text).find()) {
            flags.add("READ_RECEIPT");
        } else if (report && FEEDBACK.matcher(text).find()) {
            flags.add("ABUSE_REPORT");
        } else if (DELIVERED.matcher(text).find()) {
            flags.add("DELIVERY_RECEIPT");
        } else if (DELAYED.matcher(text).find()) {
            flags.add("DELIVERY_DELAYED");
        } else {
            return Optional.empty();
        }
        return about;
    }
}
