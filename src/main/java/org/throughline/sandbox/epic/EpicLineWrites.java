package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;

/** Makes lines, with their policy or later. */
@Component
@Profile("sandbox")
class EpicLineWrites {

    private final EpicRecords records;
    private final Simulator simulator;

    EpicLineWrites(EpicRecords records, Simulator epicSimulator) {
        this.records = records;
        this.simulator = epicSimulator;
    }

    ObjectNode insert(ObjectNode body, ObjectNode policy) {
        return insert(body, policy, line -> {});
    }

    /** @param last what else happens to the line before it is kept */
    ObjectNode insert(ObjectNode body, ObjectNode policy, Consumer<ObjectNode> last) {
        ObjectNode line = body.deepCopy();
        String id = UUID.randomUUID().toString();
        line.put("id", id);
        line.set("policy", policy.path("id"));
        line.set("client", policy.path("client"));
        for (String day : new String[] {"effectiveOn", "expirationOn"}) {
            if (!line.hasNonNull(day)) {
                line.set(day, policy.path(day));
            }
        }
        line.put("stage", "NOT_SUBMITTED");
        line.put("action", "NEW");
        EpicStamps.updated(line, simulator);
        last.accept(line);
        records.insert(Kind.LINE, id, line);
        return line;
    }
}
