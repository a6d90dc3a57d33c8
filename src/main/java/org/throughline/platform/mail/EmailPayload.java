package org.throughline.platform.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ledger payload of an e-mail. The Message-ID is made from the ledger reference, so the same row is the same message.
 *
 * @param text plain text; never a template with client text in it
 * @param inReplyTo Message-ID of the mail answered, with angle brackets
 * @param references Message-IDs of the thread, oldest first
 * @param documentIds documents attached
 * @param autoSubmitted true for acknowledgements and other machine mail ({@code Auto-Submitted: auto-replied}), so that
 *     mail loops end
 */
public record EmailPayload(
        List<String> to,
        List<String> cc,
        String subject,
        String text,
        @Nullable String inReplyTo,
        List<String> references,
        List<String> documentIds,
        boolean autoSubmitted) {}
