package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored item without its original and attachments; the fields mean what they mean in {@link NewItem}. */
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
        String hidden,
        @Nullable String inReplyTo,
        List<String> references,
        boolean autoSubmitted,
        List<String> flags,
        @Nullable String workType,
        @Nullable Double confidence,
        Instant receivedAt,
        Instant acceptedAt) {}
