package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorState;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The simulated system's records. One that is still queued is kept and does not show. */
@Component
@Profile("sandbox")
class HawkSoftRecords extends SimulatorStore<Kind> implements SimulatorState {

    /** Until when a record is queued, if it is. */
    static final String QUEUED_UNTIL = "_queuedUntil";

    private final Simulator simulator;

    HawkSoftRecords(Simulator hawkSoftSimulator, HawkSoftSandboxProperties properties, HawkSoftSeed seed) {
        super(hawkSoftSimulator.vendor(), Kind.class, properties.store(), seed);
        this.simulator = hawkSoftSimulator;
    }

    boolean queued(ObjectNode row) {
        return row.hasNonNull(QUEUED_UNTIL)
                && OffsetDateTime.parse(row.path(QUEUED_UNTIL).asText()).isAfter(simulator.now());
    }

    @Override
    public Simulator simulator() {
        return simulator;
    }

    @Override
    public int clients() {
        return all(Kind.CLIENT).size();
    }

    @Override
    public int policies() {
        return all(Kind.CLIENT).stream()
                .mapToInt(client -> client.path("policies").size())
                .sum();
    }

    @Override
    public Stream<ObjectNode> records() {
        return Stream.of(Kind.LOG, Kind.ATTACHMENT, Kind.RECEIPT)
                .flatMap(kind -> all(kind).stream())
                .filter(row -> !queued(row));
    }
}
