package org.throughline.triage.suggest;

import java.util.Objects;

/**
 * A message with the work type it was found to be.
 *
 * @param channel EMAIL, PHONE, VOICEMAIL, SMS, PORTAL, FORM, CARRIER_FEED or SYSTEM
 * @param sender who it came from: CLIENT, THIRD_PARTY, CARRIER, INTERNAL or UNKNOWN
 */
public record Example(String workType, String channel, String sender, String subject, String body) {

    public Example {
        Objects.requireNonNull(workType);
    }

    /** Subject and text as the models read them. */
    public String text() {
        return subject.isBlank() ? body : subject + "\n" + body;
    }

    /** What the example says, as a digest that stays the same wherever the example lies. */
    public String digest() {
        return Digests.of(String.join("\u0000", workType, channel, subject, body));
    }
}
