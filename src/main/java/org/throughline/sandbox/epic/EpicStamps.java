package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import org.throughline.sandbox.vendor.Simulator;

/** Who did something and when, as the vendor notes it. */
final class EpicStamps {

    /** The user whom calls of the API count for. */
    private static final String USER = "APIUSER";

    private EpicStamps() {}

    static void entered(ObjectNode row, Simulator simulator) {
        by(row, "enteredBy", "userCode", USER, simulator);
        by(row, "enteredByProcess", "code", "API", simulator);
        updated(row, simulator);
        by(row, "lastUpdatedByProcess", "code", "API", simulator);
    }

    static void updated(ObjectNode row, Simulator simulator) {
        by(row, "lastUpdatedBy", "userCode", USER, simulator);
    }

    static void by(ObjectNode row, Simulator simulator) {
        by(row, "enteredBy", "userCode", USER, simulator);
    }

    private static void by(ObjectNode row, String field, String name, String who, Simulator simulator) {
        row.putObject(field).put(name, who).put("date", now(simulator));
    }

    /** Now in whole seconds of universal time. */
    static String now(Simulator simulator) {
        return simulator.now().toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
