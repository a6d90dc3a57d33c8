package org.throughline.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who an item is from and about.
 *
 * @param authenticated true where the sender's address or account is one on the client's record
 * @param state two-letter state of the risk: of the policies named, else of the client
 * @param lines our line codes of the policies named
 */
public record Identity(
        SenderRole senderRole,
        boolean authenticated,
        @Nullable String clientId,
        @Nullable String clientName,
        boolean commercial,
        List<String> policyNumbers,
        @Nullable String state,
        List<String> lines,
        boolean surplusLines) {}
