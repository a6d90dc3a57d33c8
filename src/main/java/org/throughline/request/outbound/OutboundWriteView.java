package org.throughline.request.outbound;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;

/**
 * A row of the ledger as people see it, times where the agency is.
 *
 * @param remoteReference the far end's id
 * @param detail what the far end said, or why a person gave it up; without sensitive numbers
 * @param waitsFor what happens next, in words; null where nothing more happens
 * @param link where a person acts on it, below the context path
 * @param retryable whether whoever asks can have it tried now
 */
public record OutboundWriteView(
        String reference,
        String requestNumber,
        WriteKind kind,
        WriteStatus status,
        int attempts,
        @Nullable String remoteReference,
        @Nullable String detail,
        OffsetDateTime plannedAt,
        @Nullable OffsetDateTime finishedAt,
        @Nullable String waitsFor,
        @Nullable String link,
        boolean retryable) {}
