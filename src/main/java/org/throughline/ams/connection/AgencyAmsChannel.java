package org.throughline.ams.connection;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.platform.ledger.OutboundChannel;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/** Carries out the ledger's writes at the system of the agency at work. */
@Component
class AgencyAmsChannel implements OutboundChannel {

    private final AmsConnections connections;

    AgencyAmsChannel(AmsConnections connections) {
        this.connections = connections;
    }

    /** What any of the systems takes; what the agency's own does not take is never planned for it. */
    @Override
    public Set<WriteKind> kinds() {
        Set<WriteKind> kinds = EnumSet.noneOf(WriteKind.class);
        connections
                .all()
                .forEach(connection -> kinds.addAll(connection.channel().kinds()));
        return kinds;
    }

    @Override
    public Optional<String> find(OutboundWrite write) {
        return connections.current().channel().find(write);
    }

    @Override
    public WriteOutcome perform(OutboundWrite write) {
        return connections.current().channel().perform(write);
    }
}
