package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps inbound items. */
public interface InboundItems {

    /**
     * Inserts an item with its attachments and original in the current transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException if an item with this key exists
     */
    void insert(String id, String dedupeKey, ItemState state, Instant acceptedAt, NewItem item);

    /** Id of the item with this key. */
    Optional<String> findByKey(String dedupeKey);

    Optional<InboundItem> find(String id);

    List<InboundItem.Attachment> attachments(String itemId);

    Optional<InboundItem.Content> attachment(String itemId, String attachmentId);

    Optional<InboundItem.Content> original(String itemId);

    /** Records what was decided of an item. */
    void classified(
            String id, ItemState state, @Nullable String workType, @Nullable Double confidence, List<String> flags);

    void moveTo(String id, ItemState state);

    /** Notes that an item belongs to a request; a second time is no error. */
    void link(String itemId, String requestNumber);

    List<String> requestsOf(String itemId);

    /** Request opened by the earlier item with one of these Message-IDs, the latest first. */
    Optional<String> requestOfMessage(List<String> messageIds);

    /** An earlier item from the same sender with the same subject line or text since an instant. */
    Optional<String> similarSince(String itemId, String senderAddress, String subject, Instant since);

    /** A page of items, newest first. */
    Page page(@Nullable ItemState state, int page, int size);

    /** A page. */
    record Page(List<InboundItem> items, int page, int size, long total) {}
}
