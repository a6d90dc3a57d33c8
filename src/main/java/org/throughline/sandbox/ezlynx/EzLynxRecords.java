package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The simulated system's records; each has its number under {@code _id}. */
@Component
@Profile("sandbox")
class EzLynxRecords extends SimulatorStore<Kind> {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Kind, AtomicLong> numbers = new EnumMap<>(Kind.class);

    EzLynxRecords(Simulator ezLynxSimulator, EzLynxSandboxProperties properties, EzLynxSeed seed) {
        super(ezLynxSimulator, Kind.class, properties.store(), seed);
    }

    @Override
    protected void opened() {
        for (Kind kind : Kind.values()) {
            long last = all(kind).stream()
                    .mapToLong(row -> row.path("_id").asLong())
                    .max()
                    .orElse(kind.base());
            numbers.put(kind, new AtomicLong(last));
        }
    }

    @Override
    protected int clients() {
        return all(Kind.APPLICANT).size();
    }

    @Override
    protected int policies() {
        return all(Kind.POLICY).size();
    }

    /** A number that no record of the kind has. */
    long next(Kind kind) {
        open();
        AtomicLong last = numbers.get(kind);
        if (last == null) {
            throw new IllegalStateException("No numbers for " + kind);
        }
        return last.incrementAndGet();
    }

    ObjectNode applicant(String id) {
        return find(Kind.APPLICANT, id).orElseThrow(() -> new Refused(404, "Applicant not found."));
    }

    /** The active user of this name. */
    Optional<ObjectNode> user(@Nullable String name) {
        return all(Kind.USER).stream()
                .filter(row -> row.path("UserName").asText().equalsIgnoreCase(name)
                        && row.path("IsActive").asBoolean())
                .findFirst();
    }

    /** Rows of a kind that belong to an applicant. */
    List<ObjectNode> of(Kind kind, String applicantId) {
        return all(kind).stream()
                .filter(row -> row.path("applicantId").asText().equals(applicantId))
                .toList();
    }
}
