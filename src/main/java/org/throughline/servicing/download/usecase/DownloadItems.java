package org.throughline.servicing.download.usecase;

import java.util.Optional;

/** The inbound items that bring downloads. */
public interface DownloadItems {

    Optional<DownloadItem> find(String inboundItemId);

    /**
     * An item as far as a download is concerned.
     *
     * @param externalId id of the transaction, where a reader has kept one; empty where the item has none
     * @param text what it says
     * @param ofCarrierFeed true where it came from the carriers' feed; only such an item is believed to be a download
     */
    record DownloadItem(String externalId, String text, boolean ofCarrierFeed) {}
}
