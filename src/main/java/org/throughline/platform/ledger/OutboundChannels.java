package org.throughline.platform.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All channels of the application by the kind of write they carry out. */
@Component
class OutboundChannels {

    private final ObjectProvider<OutboundChannel> channels;

    /** Asked for at the first use, so that a channel may itself need a bean that uses the ledger. */
    OutboundChannels(ObjectProvider<OutboundChannel> channels) {
        this.channels = channels;
    }

    OutboundChannel of(WriteKind kind) {
        Map<WriteKind, OutboundChannel> byKind = new EnumMap<>(WriteKind.class);
        channels.stream().forEach(channel -> channel.kinds().forEach(each -> byKind.put(each, channel)));
        OutboundChannel channel = byKind.get(kind);
        if (channel == null) {
            throw new IllegalStateException("No channel carries out writes of kind " + kind);
        }
        return channel;
    }
}
