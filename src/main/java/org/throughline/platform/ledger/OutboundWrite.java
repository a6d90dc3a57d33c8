package org.throughline.platform.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger.
 *
 * @param reference our own reference, unique, short, fit for a note's text or a Message-ID; the far end is searched for
 *     it before anything is written, so that a repeated attempt has no second effect
 * @param payload JSON of the kind's own payload record ({@code EmailPayload}, {@code AmsNotePayload}, …); ids of
 *     documents, never their bytes
 * @param attempts how often the far end was called
 */
public record OutboundWrite(
        String id,
        String requestNumber,
        int position,
        WriteKind kind,
        String reference,
        String payload,
        WriteStatus status,
        int attempts,
        @Nullable String remoteReference,
        @Nullable String detail,
        Instant plannedAt,
        @Nullable Instant finishedAt) {

    /** Without a time of its end. */
    OutboundWrite unfinished() {
        return new OutboundWrite(
                id,
                requestNumber,
                position,
                kind,
                reference,
                payload,
                status,
                attempts,
                remoteReference,
                detail,
                plannedAt,
                null);
    }
}
