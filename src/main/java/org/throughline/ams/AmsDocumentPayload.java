package org.throughline.ams;

import org.jspecify.annotations.Nullable;

/** Ledger payload of a document attached to a client or, where {@code policyId} is given, to the policy. */
public record AmsDocumentPayload(String clientId, @Nullable String policyId, String documentId, String filename) {}
