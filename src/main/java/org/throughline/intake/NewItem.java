package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrived, read and cleaned, before it is stored.
 *
 * @param externalId Message-ID or the sending system's own id; the same id again is the same item
 * @param sender who sent it, as written
 * @param senderAddress e-mail address or telephone number in lower case, or empty
 * @param body newest text, without quoted history and signature
 * @param quoted history and signature, cut from the body
 * @param forwarded text of messages forwarded with it
 * @param hidden words that its reader does not see: shown to people as such, never read as what the sender asks for
 * @param references Message-IDs of the thread, oldest first
 * @param refusal why it is not taken in whole, for the sender and for a person; null where it is
 * @param originalType media type of the original
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
        String hidden,
        @Nullable String inReplyTo,
        List<String> references,
        boolean autoSubmitted,
        List<String> flags,
        @Nullable String refusal,
        List<NewAttachment> attachments,
        String originalType,
        Content original) {

    /** An item of a channel that cannot hide anything. */
    public NewItem(
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
            List<String> references,
            boolean autoSubmitted,
            List<String> flags,
            @Nullable String refusal,
            List<NewAttachment> attachments,
            String originalType,
            Content original) {
        this(
                channel,
                externalId,
                receivedAt,
                sender,
                senderAddress,
                recipient,
                subject,
                body,
                quoted,
                forwarded,
                "",
                inReplyTo,
                references,
                autoSubmitted,
                flags,
                refusal,
                attachments,
                originalType,
                original);
    }

    /**
     * A file that came with an item.
     *
     * @param acordForm form number found in its text, such as {@code 125}
     * @param text readable text, or empty
     */
    public record NewAttachment(
            String filename,
            String declaredType,
            String detectedType,
            String sha256,
            @Nullable String acordForm,
            String text,
            Content content) {}
}
