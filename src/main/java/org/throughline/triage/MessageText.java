package org.throughline.triage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What triage reads of an inbound item: text only, already cleaned.
 *
 * @param channel EMAIL, PHONE, VOICEMAIL, SMS, PORTAL, FORM, CARRIER_FEED or SYSTEM
 * @param senderAddress e-mail address or telephone number where one is known, lower case; otherwise empty
 * @param body the newest text the sender wrote, without quoted history and signature
 * @param forwarded text of messages forwarded below it, or empty
 * @param hidden words that its reader does not see: a sign of what the sender is up to, never what the sender asks for
 * @param autoSubmitted true where the headers say that a machine answered
 * @param reply true where it answers one of our messages
 */
public record MessageText(
        String channel,
        String senderName,
        String senderAddress,
        String subject,
        String body,
        String forwarded,
        List<AttachmentText> attachments,
        boolean autoSubmitted,
        boolean reply,
        Instant receivedAt,
        @Nullable String linkHosts,
        String hidden) {

    /** A message that hides nothing, as most channels cannot. */
    public MessageText(
            String channel,
            String senderName,
            String senderAddress,
            String subject,
            String body,
            String forwarded,
            List<AttachmentText> attachments,
            boolean autoSubmitted,
            boolean reply,
            Instant receivedAt,
            @Nullable String linkHosts) {
        this(
                channel,
                senderName,
                senderAddress,
                subject,
                body,
                forwarded,
                attachments,
                autoSubmitted,
                reply,
                receivedAt,
                linkHosts,
                "");
    }

    /** The message in the characters that a reader takes it for. */
    MessageText asSeen() {
        return new MessageText(
                channel,
                DeceptiveText.asSeen(senderName),
                senderAddress,
                DeceptiveText.asSeen(subject),
                DeceptiveText.asSeen(body),
                DeceptiveText.asSeen(forwarded),
                attachments.stream()
                        .map(file -> new AttachmentText(
                                file.filename(), file.contentType(), DeceptiveText.asSeen(file.text())))
                        .toList(),
                autoSubmitted,
                reply,
                receivedAt,
                linkHosts,
                hidden);
    }

    /** An attachment's name, detected type and readable text (empty where there is none). */
    public record AttachmentText(String filename, String contentType, String text) {}
}
