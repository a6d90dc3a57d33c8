package org.throughline.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a partner's side.
 *
 * @param queues whose work the person sees; null for the partner's own system, which sees all of the partner's
 */
public record PartnerViewer(String partner, @Nullable List<String> queues) {

    /** May see this work. */
    public boolean sees(PartnerAssignment assignment) {
        return assignment.partner().equals(partner)
                && assignment.status().isVisible()
                && (queues == null || queues.contains(assignment.queue()));
    }
}
