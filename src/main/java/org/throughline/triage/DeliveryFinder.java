package org.throughline.triage;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.text.QuickPattern;

/** Finds where a document is to be sent: to an address that is named, or back to the sender. */
final class DeliveryFinder {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final QuickPattern DELIVER = QuickPattern.compile(
            "(?:deliver(?:y)?(?: it| address| e-?mail)?(?: to)?|e-?mail(?: it| them| this| the (?:cert\\w*|coi))?(?: directly)? to|(?:send|forward|submit|return|e-?mail)(?: it| them| this| the (?:cert\\w*|coi))?(?: directly)?(?: to| at)?|to the attention of)\\s*[:=]?\\s*<?([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)",
            I);
    private static final QuickPattern DELIVER_LATER = QuickPattern.compile(
            "\\b(?:send|e-?mail|forward|provide|return|issue)\\b[^\\n;?]{1,160}? to\\s+<?([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)",
            I);
    private static final QuickPattern TO_SENDER = QuickPattern.compile(
            "\\b(?:send|email|e-mail|forward|get|shoot|give|return|provide)(?: it| this| that| them| one| over| the \\w+| a \\w+| an \\w+| \\w+ certificate)?(?: back| over)? ?(?:to )?(?:me|us)\\b|\\bi (?:need|can forward|will forward|'ll forward)\\b|\\b(?:we|i) (?:need|would like|require)\\b|\\bcan (?:i|we) (?:get|have)\\b|\\bback to me\\b",
            I);

    private DeliveryFinder() {}

    static @Nullable String find(MessageText message, String text) {
        Matcher deliver = DELIVER.matcher(text);
        if (deliver.find()) {
            return deliver.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher later = DELIVER_LATER.matcher(text);
        if (later.find()) {
            return later.group(1).toLowerCase(Locale.ROOT);
        }
        return message.senderAddress().contains("@")
                        && TO_SENDER.matcher(text).find()
                        && !message.senderAddress().matches("(?i)(no-?reply|donotreply|do-not-reply).*")
                ? message.senderAddress()
                : null;
    }
}
