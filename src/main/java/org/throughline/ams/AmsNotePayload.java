package org.throughline.ams;

import org.jspecify.annotations.Nullable;

/** Ledger payload of a note on a client's account. */
public record AmsNotePayload(String clientId, @Nullable String policyId, String subject, String text) {}
