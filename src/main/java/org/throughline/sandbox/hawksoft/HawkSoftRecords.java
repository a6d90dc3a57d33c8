package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The simulated system's records. One that is still queued is kept and does not show. */
@Component
@Profile("sandbox")
class HawkSoftRecords extends SimulatorStore<Kind> {

    /** Until when a record is queued, if it is. */
    static final String QUEUED_UNTIL = "_queuedUntil";

    HawkSoftRecords(Simulator hawkSoftSimulator, HawkSoftSandboxProperties properties, HawkSoftSeed seed) {
        super(hawkSoftSimulator, Kind.class, properties.store(), seed);
    }

    boolean queued(ObjectNode row) {
        return row.hasNonNull(QUEUED_UNTIL)
                && OffsetDateTime.parse(row.path(QUEUED_UNTIL).asText())
                        .isAfter(simulator().now());
    }

    @Override
    protected int clients() {
        return all(Kind.CLIENT).size();
    }

    @Override
    protected int policies() {
        return all(Kind.CLIENT).stream()
                .mapToInt(client -> client.path("policies").size())
                .sum();
    }

    @Override
    protected Stream<ObjectNode> records() {
        return Stream.of(Kind.LOG, Kind.ATTACHMENT, Kind.RECEIPT)
                .flatMap(kind -> all(kind).stream())
                .filter(row -> !queued(row));
    }
}
