package org.throughline.intake;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.servicing.download.usecase.DownloadItems;

/** Inbound items as the bringers of downloads. */
@Component
class DownloadMessages implements DownloadItems {

    private final InboundItems items;

    DownloadMessages(InboundItems items) {
        this.items = items;
    }

    @Override
    public Optional<DownloadItem> find(String inboundItemId) {
        return items.find(inboundItemId)
                .map(item -> new DownloadItem(
                        Objects.requireNonNullElse(item.externalId(), ""),
                        item.body(),
                        item.channel() == Channel.CARRIER_FEED));
    }
}
