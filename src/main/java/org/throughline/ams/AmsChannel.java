package org.throughline.ams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.platform.ledger.OutboundChannel;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/** Carries out the ledger's writes at one agency management system, each kind by the adapter's writer for it. */
public class AmsChannel implements OutboundChannel {

    private final Map<WriteKind, AmsWriter<?>> writers = new EnumMap<>(WriteKind.class);
    private final ObjectMapper json;

    public AmsChannel(List<AmsWriter<?>> writers, ObjectMapper json) {
        writers.forEach(writer -> this.writers.put(writer.kind(), writer));
        this.json = json;
    }

    @Override
    public Set<WriteKind> kinds() {
        return writers.keySet();
    }

    @Override
    public Optional<String> find(OutboundWrite write) {
        return find(writer(write.kind()), write);
    }

    private <P> Optional<String> find(AmsWriter<P> writer, OutboundWrite write) {
        return writer.find(write, payload(write, writer.payloadType()));
    }

    @Override
    public WriteOutcome perform(OutboundWrite write) {
        return perform(writer(write.kind()), write);
    }

    private <P> WriteOutcome perform(AmsWriter<P> writer, OutboundWrite write) {
        return writer.perform(write, payload(write, writer.payloadType()));
    }

    private AmsWriter<?> writer(WriteKind kind) {
        AmsWriter<?> writer = writers.get(kind);
        if (writer == null) {
            throw new IllegalArgumentException("The agency management system takes no write of kind " + kind);
        }
        return writer;
    }

    private <P> P payload(OutboundWrite write, Class<P> type) {
        try {
            return json.readValue(write.payload(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Ledger row " + write.reference() + " has an unreadable payload", broken);
        }
    }
}
