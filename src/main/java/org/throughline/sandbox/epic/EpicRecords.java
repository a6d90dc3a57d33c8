package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The simulated system's records. */
@Component
@Profile("sandbox")
class EpicRecords extends SimulatorStore<Kind> {

    EpicRecords(Simulator epicSimulator, EpicSandboxProperties properties, EpicSeed seed) {
        super(epicSimulator, Kind.class, properties.store(), seed);
    }

    /** The record, or the vendor's answer that there is none. */
    ObjectNode get(Kind kind, String id) {
        return find(kind, id).orElseThrow(EpicProblem::missing);
    }

    @Override
    protected int clients() {
        return all(Kind.CLIENT).size();
    }

    @Override
    protected int policies() {
        return all(Kind.POLICY).size();
    }
}
