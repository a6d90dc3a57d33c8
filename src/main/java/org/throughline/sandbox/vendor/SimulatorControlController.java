package org.throughline.sandbox.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Beside each simulated system, for the practice agency's admin: what it holds, and how it misbehaves. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/{vendor}")
class SimulatorControlController {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SimulatorStore<?>> simulated;

    SimulatorControlController(List<SimulatorStore<?>> simulated) {
        this.simulated = simulated;
    }

    /**
     * Counts of clients and policies, and one entry for each record that a write has made or changed; {@code calls} says
     * how many writes the record took, {@code complete} whether all of it arrived.
     */
    @GetMapping("/_state")
    ObjectNode state(@PathVariable("vendor") String vendor) {
        SimulatorStore<?> found = find(vendor);
        ObjectNode state = JSON.createObjectNode();
        state.put("clients", found.clients());
        state.put("policies", found.policies());
        state.put("fault", found.simulator().fault().mode());
        ArrayNode writes = state.putArray("writes");
        found.records()
                .filter(row -> row.has("_operation"))
                .sorted(Comparator.comparing((ObjectNode row) -> row.path("_at").asText()))
                .forEach(row -> writes.add(entry(row)));
        return state;
    }

    private static ObjectNode entry(ObjectNode row) {
        ObjectNode entry = JSON.createObjectNode();
        entry.set("at", row.path("_at"));
        entry.set("operation", row.path("_operation"));
        entry.set("path", row.path("_path"));
        entry.set("reference", row.path("_reference"));
        entry.put(
                "id",
                row.path("_id")
                        .asText(row.path("databaseId").asText(row.path("id").asText())));
        entry.set("complete", row.path("_complete"));
        entry.set("calls", row.path("_calls"));
        entry.set("summary", row.path("_summary"));
        entry.set("record", SimulatorStore.answered(row));
        return entry;
    }

    @PutMapping("/_fault")
    ObjectNode fault(@PathVariable("vendor") String vendor, @RequestBody JsonNode body) {
        SimulatorStore<?> found = find(vendor);
        Fault fault = Fault.of(body.path("mode").asText(""))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "mode is one of "
                                + Arrays.stream(Fault.values()).map(Fault::mode).collect(Collectors.joining(", "))));
        found.simulator().fault(fault);
        return JSON.createObjectNode().put("mode", fault.mode());
    }

    private SimulatorStore<?> find(String vendor) {
        return simulated.stream()
                .filter(state -> state.simulator().vendor().equals(vendor))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "Simulated are "
                                + simulated.stream()
                                        .map(state -> state.simulator().vendor())
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
    }
}
