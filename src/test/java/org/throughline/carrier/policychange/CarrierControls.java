package org.throughline.carrier.policychange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.client.RestClient;

/** What the practice agency's admin sees of the carriers, and how they are told to behave. */
final class CarrierControls {

    private final RestClient sandbox;

    CarrierControls(int port) {
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/carrier");
    }

    void fault(String mode) {
        sandbox.put().uri("/_fault").body(Map.of("mode", mode)).retrieve().toBodilessEntity();
    }

    void behavior(String mode, int delaySeconds) {
        sandbox.put()
                .uri("/_behavior")
                .body(Map.of("mode", mode, "delaySeconds", delaySeconds))
                .retrieve()
                .toBodilessEntity();
    }

    void behaviorOf(String carrier, String mode) {
        sandbox.put()
                .uri("/_behavior")
                .body(Map.of("mode", mode, "carrier", carrier))
                .retrieve()
                .toBodilessEntity();
    }

    JsonNode behaviors() {
        return Objects.requireNonNull(sandbox.get().uri("/_behavior").retrieve().body(JsonNode.class));
    }

    /** Records that bear a reference. */
    List<JsonNode> writes(String reference) {
        JsonNode state =
                Objects.requireNonNull(sandbox.get().uri("/_state").retrieve().body(JsonNode.class));
        List<JsonNode> writes = new ArrayList<>();
        state.path("writes").forEach(write -> {
            if (write.path("reference").asText().equals(reference)) {
                writes.add(write);
            }
        });
        return writes;
    }
}
