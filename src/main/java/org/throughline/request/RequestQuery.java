package org.throughline.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughline.partner.PartnerViewer;

/**
 * What to look for; null means any.
 *
 * @param client id, or part of the name
 * @param from first moment of opening, included
 * @param to last moment of opening, excluded
 * @param partner only what this partner sees; null for people of the agency
 */
public record RequestQuery(
        @Nullable String number,
        @Nullable String status,
        @Nullable String workType,
        @Nullable String queue,
        @Nullable String client,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable PartnerViewer partner) {}
