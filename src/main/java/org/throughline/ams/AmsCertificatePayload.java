package org.throughline.ams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ledger payload of a certificate record with its holder.
 *
 * @param lines line codes that the certificate shows
 * @param description what the certificate says under description of operations, or empty
 */
public record AmsCertificatePayload(
        String clientId,
        String insuredName,
        String insuredEmail,
        List<String> policyIds,
        List<String> policyNumbers,
        List<String> lines,
        String holderName,
        Client.@Nullable Address holderAddress,
        boolean additionalInsured,
        boolean waiverOfSubrogation,
        String description) {}
