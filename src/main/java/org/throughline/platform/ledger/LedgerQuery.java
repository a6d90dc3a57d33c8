package org.throughline.platform.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the ledger are asked for; null means any.
 *
 * @param requestNumber number of the request, or of the inbound item that a letter answers
 * @param from first moment of planning that is meant
 * @param to first moment of planning that is not meant any more
 */
public record LedgerQuery(
        @Nullable WriteStatus status,
        @Nullable WriteKind kind,
        @Nullable String requestNumber,
        @Nullable Instant from,
        @Nullable Instant to) {}
