package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Beside the simulated system, for the practice agency's admin: what it holds, and how it misbehaves. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts")
class NowCertsControlController {

    private final NowCertsRecords records;
    private final NowCertsLogins logins;

    NowCertsControlController(NowCertsRecords records, NowCertsLogins logins) {
        this.records = records;
        this.logins = logins;
    }

    /**
     * Counts of clients and policies, and one entry for each record that a write has made or changed; {@code calls} says
     * how many writes the record took, {@code complete} whether all of it arrived.
     */
    @GetMapping("/_state")
    ObjectNode state() {
        ObjectNode state = Effects.JSON.createObjectNode();
        state.put("clients", records.all(Kind.INSURED).size());
        state.put("policies", records.all(Kind.POLICY).size());
        state.put("fault", logins.fault().mode());
        ArrayNode writes = state.putArray("writes");
        Stream.of(Kind.NOTE, Kind.TASK, Kind.CERTIFICATE_REQUEST, Kind.FILE, Kind.POLICY)
                .map(records::all)
                .flatMap(List::stream)
                .filter(row -> row.has("_operation"))
                .sorted(Comparator.comparing((ObjectNode row) -> row.path("_at").asText()))
                .forEach(row -> writes.add(entry(row)));
        return state;
    }

    private static ObjectNode entry(ObjectNode row) {
        ObjectNode entry = Effects.JSON.createObjectNode();
        entry.set("at", row.path("_at"));
        entry.set("operation", row.path("_operation"));
        entry.set("path", row.path("_path"));
        entry.set("reference", row.path("_reference"));
        entry.put("id", row.path("databaseId").asText(row.path("id").asText()));
        entry.set("complete", row.path("_complete"));
        entry.set("calls", row.path("_calls"));
        entry.set("summary", row.path("_summary"));
        entry.set("record", NowCertsReadController.answered(row));
        return entry;
    }

    @PutMapping("/_fault")
    ObjectNode fault(@RequestBody JsonNode body) {
        Fault fault = Fault.of(body.path("mode").asText(""))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "mode is one of "
                                + Arrays.stream(Fault.values()).map(Fault::mode).collect(Collectors.joining(", "))));
        logins.fault(fault);
        return Effects.JSON.createObjectNode().put("mode", fault.mode());
    }
}
