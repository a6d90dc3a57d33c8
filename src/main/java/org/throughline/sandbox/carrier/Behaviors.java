package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How each carrier decides; kept on disk, for all of them or for one. */
@Component
@Profile("sandbox")
public class Behaviors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "behavior";

    private final CarrierStore store;
    private final CarrierSandboxProperties properties;

    Behaviors(CarrierStore store, CarrierSandboxProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    /** The carrier's own behavior, or that of all, or the one it begins with. */
    public Behavior of(String carrier) {
        return set(carrier).or(() -> set(null)).orElseGet(() -> new Behavior(properties.behavior(), Duration.ZERO));
    }

    private Optional<Behavior> set(@Nullable String carrier) {
        return store.find(Kind.SETTING, id(carrier))
                .filter(row -> row.hasNonNull("mode"))
                .map(row -> new Behavior(
                        Behavior.Mode.valueOf(row.path("mode").asText()),
                        Duration.ofSeconds(row.path("delaySeconds").asLong())));
    }

    /**
     * Sets a behavior.
     *
     * @param carrier null for all of them, which ends what was set for one
     */
    synchronized void set(@Nullable String carrier, Behavior behavior) {
        if (carrier == null) {
            store.all(Kind.SETTING).stream()
                    .filter(row -> row.hasNonNull("carrier"))
                    .map(ObjectNode::deepCopy)
                    .forEach(row -> store.save(Kind.SETTING, row.putNull("mode")));
        }
        store.save(
                Kind.SETTING,
                JSON.createObjectNode()
                        .put("id", id(carrier))
                        .put("carrier", carrier)
                        .put("mode", behavior.mode().name())
                        .put("delaySeconds", behavior.delay().toSeconds()));
    }

    private static String id(@Nullable String carrier) {
        return carrier == null ? ALL : ALL + "-" + carrier;
    }
}
