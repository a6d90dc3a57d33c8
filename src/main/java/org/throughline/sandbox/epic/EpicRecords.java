package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorState;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The simulated system's records. */
@Component
@Profile("sandbox")
class EpicRecords extends SimulatorStore<Kind> implements SimulatorState {

    private final Simulator simulator;

    EpicRecords(Simulator epicSimulator, EpicSandboxProperties properties, EpicSeed seed) {
        super(epicSimulator.vendor(), Kind.class, properties.store(), seed);
        this.simulator = epicSimulator;
    }

    /** The record, or the vendor's answer that there is none. */
    ObjectNode get(Kind kind, String id) {
        return find(kind, id).orElseThrow(EpicProblem::missing);
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
        return all(Kind.POLICY).size();
    }

    @Override
    public Stream<ObjectNode> records() {
        return all().stream();
    }
}
