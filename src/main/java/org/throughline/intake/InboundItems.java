package org.throughline.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agency's inbound items: each stored once, with its original bytes, before anybody is told that it arrived. */
public interface InboundItems {

    /**
     * Stores an item with attachments and original and starts its process, all in one transaction that has committed
     * when the receipt is returned. The same Message-ID or external id again, or without one the same sender, subject,
     * text and attachments, is answered with the first item.
     */
    default Receipt accept(NewItem item) {
        return accept(item, null);
    }

    /**
     * The same for an item that somebody posts on a request: while that is open the item belongs to it, whatever it says.
     *
     * @param onRequest number of the request; null where intake finds out what the item belongs to
     */
    Receipt accept(NewItem item, @Nullable String onRequest);

    Optional<InboundItem> find(String itemId);

    /** The item that arrived under a sender's own id, if there is one. */
    Optional<String> arrived(String externalId);

    /** Items by state (all where null), newest first. */
    List<InboundItem> list(@Nullable ItemState state, int page, int size);

    long count(@Nullable ItemState state);

    /** Sets the state; the reason is kept where none is given. */
    void mark(String itemId, ItemState state, @Nullable String reason);

    /** Records what work the item was found to be, adds flags that it does not have yet, and that it is routed. */
    void routed(InboundItem item, String workType, double confidence, Collection<String> flags);

    /** Says that an item belongs to a request; saying it again changes nothing. */
    void link(String itemId, String requestNumber);

    List<String> requestsOf(String itemId);

    /** Says that an item answers our question about another one that is in triage. */
    void answers(String itemId, String waitingItemId);

    /** Items that answer our questions about an item, oldest first. */
    List<InboundItem> answersTo(String itemId);

    /** Items of a request, oldest first. */
    List<InboundItem> itemsOf(String requestNumber);

    List<ItemAttachment> attachmentsOf(String itemId);

    /**
     * Keeps other items of the same sender waiting until the current transaction ends, on whatever node, so that the
     * same asked twice at once is seen to be the same.
     */
    void takeTurn(InboundItem item);

    /**
     * Items of the same sender within a time that say the same and came before it or were dealt with before it: same
     * subject without reply marks, or an attachment with the same bytes. Oldest first.
     */
    List<String> similarRecent(InboundItem item, Duration within);

    /** Media type of the original, if there is such an item. */
    Optional<String> originalType(String itemId);

    /** Writes the original, byte for byte. */
    void copyOriginal(String itemId, OutputStream out) throws IOException;

    /** Writes an attachment's bytes. */
    void copyAttachment(String itemId, String attachmentId, OutputStream out) throws IOException;
}
