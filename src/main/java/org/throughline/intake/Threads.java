package org.throughline.intake;

import java.util.Optional;

/** Finds the request that an item continues. */
public interface Threads {

    /**
     * The request of the message that the item answers (one of ours by its ledger reference, or an earlier item), else
     * the request whose number the subject names.
     */
    Optional<String> requestOf(InboundItem item);

    /** The item that the question was about which this one answers; a question about an item is asked in triage. */
    Optional<String> itemOf(InboundItem item);

    /** The request whose number, or a ledger reference of it, stands in the subject or the text of the item itself. */
    Optional<String> named(InboundItem item);

    /** True where the item answers a message of ours, or an earlier item. */
    boolean isReply(InboundItem item);
}
