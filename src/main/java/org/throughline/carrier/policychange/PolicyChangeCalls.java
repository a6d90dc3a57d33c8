package org.throughline.carrier.policychange;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;

/**
 * The headers of a writing call. The transaction id is made from our reference and the step, so that a step has its
 * effect once however often it is sent; our client id stands before it, because ids are one space for all callers of a
 * carrier.
 */
final class PolicyChangeCalls {

    private static final int LONGEST = 128;

    private PolicyChangeCalls() {}

    /**
     * Without a transaction: for a correction whose transaction the carrier has spent although it did not take, or not all
     * of it. The resource's checksum is guard enough then.
     */
    static Map<String, Object> headers(String reference) {
        return Map.of("X-Correlation-ID", reference);
    }

    static Map<String, Object> headers(Connection connection, String reference, String step) {
        String whole = connection.clientId() + "/" + reference + "/" + step;
        String transaction = whole.length() <= LONGEST
                ? whole
                : reference + "/" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
        return Map.of("GW-DBTransaction-ID", transaction, "X-Correlation-ID", reference);
    }
}
