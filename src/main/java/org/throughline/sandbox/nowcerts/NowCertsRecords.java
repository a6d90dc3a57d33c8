package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The simulated system's records, as its lists answer them. */
@Component
@Profile("sandbox")
class NowCertsRecords extends SimulatorStore<Kind> {

    NowCertsRecords(Simulator nowCertsSimulator, NowCertsSandboxProperties properties, NowCertsSeed seed) {
        super(nowCertsSimulator, Kind.class, properties.store(), seed);
    }

    @Override
    protected int clients() {
        return all(Kind.INSURED).size();
    }

    @Override
    protected int policies() {
        return all(Kind.POLICY).size();
    }

    /** Inserts the record, or updates the one that has its key. */
    void keep(Kind kind, String id, ObjectNode row) {
        if (find(kind, id).isPresent()) {
            update(kind, id, row);
        } else {
            insert(kind, id, row);
        }
    }
}
