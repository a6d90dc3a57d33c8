package org.throughline.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** What the administrator may see and do beside a simulated system; one bean each, found by its simulator's name. */
public interface SimulatorState {

    Simulator simulator();

    int clients();

    int policies();

    /** Records that writes have made or changed, in any order; those without a mark are left out. */
    Stream<ObjectNode> records();
}
