package org.throughline.request;

import java.util.List;

/** Which inbound items have been acknowledged; an item that opened several requests is acknowledged once. */
public interface ItemAcknowledgments {

    /** Claims the item's one acknowledgment in the current transaction; false where it was claimed before. */
    boolean claim(String itemId);

    /** Numbers of the requests that the item belongs to, oldest first. */
    List<String> requestsOf(String itemId);
}
