package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inbound item as it is kept, without attachments and original bytes. */
public record InboundItem(
        String id,
        Channel channel,
        @Nullable String externalId,
        ItemState state,
        @Nullable String reason,
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
        @Nullable String workType,
        @Nullable Double confidence,
        Instant receivedAt,
        Instant acceptedAt) {

    /** An attachment without its bytes. */
    public record Attachment(
            String id,
            String filename,
            String declaredType,
            String detectedType,
            long size,
            @Nullable String acordForm,
            String text) {}

    /** Bytes with their media type. */
    public record Content(String filename, String contentType, byte[] bytes) {}
}
