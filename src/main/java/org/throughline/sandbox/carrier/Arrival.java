package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.throughline.sandbox.vendor.Simulator;

/** How a request reached a carrier; writes it on the record that came of it, for the administrator's list. */
@FunctionalInterface
public interface Arrival {

    /** Marks a record as {@link Simulator#mark} says. */
    void mark(Simulator simulator, ObjectNode row, String operation, String text);

    /** By a call; under the fault {@code half-written} its record counts as incomplete. */
    static Arrival by(HttpServletRequest request, boolean complete) {
        return (simulator, row, operation, text) -> simulator.mark(row, operation, request, text, complete);
    }

    /** By mail to that address. */
    static Arrival atDesk(String address) {
        return (simulator, row, operation, text) -> simulator.mark(row, operation, "mailto:" + address, text, true);
    }
}
