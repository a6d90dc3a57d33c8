package org.throughline.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.partner.SourceMessages;

/** Inbound items as the source of what partners are told. */
@Component
class PartnerMessages implements SourceMessages {

    private final InboundItems items;

    PartnerMessages(InboundItems items) {
        this.items = items;
    }

    @Override
    public Optional<String> text(String itemId) {
        return items.find(itemId).map(InboundItem::body).filter(body -> !body.isBlank());
    }

    @Override
    public List<SourceFile> files(String itemId) {
        return items.attachmentsOf(itemId).stream()
                .map(file -> new SourceFile(file.id(), file.filename(), file.contentType(), file.size(), file.text()))
                .toList();
    }

    @Override
    public void copy(String itemId, String fileId, OutputStream out) throws IOException {
        items.copyAttachment(itemId, fileId, out);
    }
}
