package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorState;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The simulated system's records, as its lists answer them. */
@Component
@Profile("sandbox")
class NowCertsRecords extends SimulatorStore<Kind> implements SimulatorState {

    private final Simulator simulator;

    NowCertsRecords(Simulator nowCertsSimulator, NowCertsSandboxProperties properties, NowCertsSeed seed) {
        super(nowCertsSimulator.vendor(), Kind.class, properties.store(), seed);
        this.simulator = nowCertsSimulator;
    }

    @Override
    public Simulator simulator() {
        return simulator;
    }

    @Override
    public int clients() {
        return all(Kind.INSURED).size();
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
