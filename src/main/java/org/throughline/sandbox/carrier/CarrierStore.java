package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The records of all simulated carriers. Whoever changes one takes a copy and stores that. */
@Component
@Profile("sandbox")
public class CarrierStore extends SimulatorStore<Kind> {

    CarrierStore(Simulator carrierSimulator, CarrierSandboxProperties properties, CarrierSeed seed) {
        super(carrierSimulator, Kind.class, properties.store(), seed);
    }

    /** The carrier's policy of a number, whatever its hyphens and case. */
    public Optional<ObjectNode> policy(String carrier, String number) {
        String wanted = plain(number);
        return all(Kind.POLICY).stream()
                .filter(policy -> policy.path("carrier").asText().equals(carrier)
                        && plain(policy.path("number").asText()).equals(wanted))
                .findFirst();
    }

    /** Records of a kind that belong to one carrier. */
    public List<ObjectNode> of(Kind kind, String carrier) {
        return all(kind).stream()
                .filter(row -> row.path("carrier").asText().equals(carrier))
                .toList();
    }

    /** Stores a record, be it new or changed. */
    public synchronized void save(Kind kind, ObjectNode row) {
        String id = row.path("id").asText();
        if (find(kind, id).isPresent()) {
            update(kind, id, row);
        } else {
            insert(kind, id, row);
        }
    }

    @Override
    protected int clients() {
        return (int) all(Kind.POLICY).stream()
                .map(policy -> policy.path("account").asText())
                .distinct()
                .count();
    }

    @Override
    protected int policies() {
        return all(Kind.POLICY).size();
    }

    static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "");
    }
}
