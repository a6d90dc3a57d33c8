package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrived, read as far as it could be read.
 *
 * @param externalId Message-ID or the sender's own id; the same id twice is one item
 * @param sender as the sender wrote it
 * @param senderAddress e-mail address in lower case or telephone number, or empty
 * @param body the newest text, without quoted history
 * @param quoted the history that was cut off
 * @param forwarded text of messages forwarded below
 * @param flags what was noticed while reading, such as TRUNCATED
 * @param refusal why it cannot be taken in whole, as a sentence for the sender
 * @param original the bytes that arrived
 */
public record NewItem(
        Channel channel,
        @Nullable String externalId,
        Instant receivedAt,
        String sender,
        String senderAddress,
        String recipient,
        String subject,
        String body,
        String quoted,
        String forwarded,
        @Nullable String inReplyTo,
        List<String> threadReferences,
        boolean autoSubmitted,
        List<String> flags,
        List<NewAttachment> attachments,
        @Nullable String refusal,
        String originalType,
        byte[] original) {

    /**
     * An attachment with its bytes.
     *
     * @param declaredType media type the sender gave
     * @param detectedType media type found in the bytes
     * @param acordForm number of the ACORD form it is, such as {@code 125}
     * @param text readable text, or empty
     */
    public record NewAttachment(
            String filename,
            String declaredType,
            String detectedType,
            @Nullable String acordForm,
            String text,
            byte[] bytes) {}
}
