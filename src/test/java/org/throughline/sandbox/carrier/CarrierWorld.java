package org.throughline.sandbox.carrier;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.platform.MovingClock;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyChange.Item;
import org.throughline.sandbox.vendor.Simulator;

/** The simulated carriers without the ways on which they are reached. */
final class CarrierWorld implements AutoCloseable {

    static final String POLICY = "BMC-GL-0448213";

    final MovingClock clock;
    final Simulator simulator;
    final CarrierStore store;
    final Behaviors behaviors;
    final Underwriting underwriting;

    /** With a store of that name in memory. */
    CarrierWorld(String name) {
        this("jdbc:h2:mem:" + name, new MovingClock());
    }

    /** With a store on disk. */
    CarrierWorld(Path directory, MovingClock clock) {
        this("jdbc:h2:file:" + directory.resolve("carrier") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", clock);
    }

    private CarrierWorld(String address, MovingClock clock) {
        this.clock = clock;
        PracticeBook book = new PracticeBook(clock);
        this.simulator = new Simulator("carrier", clock, book);
        CarrierSandboxProperties properties = new CarrierSandboxProperties(
                address,
                "client",
                "secret",
                Behavior.Mode.ISSUE,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        this.store = new CarrierStore(simulator, properties, new CarrierSeed(book));
        this.behaviors = new Behaviors(store, properties);
        this.underwriting = new Underwriting(store, behaviors, new Issuing(store, simulator), simulator);
    }

    LocalDate today() {
        return underwriting.today();
    }

    CarrierAsk ask(String reference, PolicyChange... changes) {
        return ask(Operation.POLICY_CHANGE, reference, changes);
    }

    CarrierAsk ask(Operation operation, String reference, PolicyChange... changes) {
        return new CarrierAsk(
                "BMC", operation, POLICY, today(), reference, "Please change it", List.of(changes), Map.of());
    }

    static PolicyChange insured(String name, String... keysAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            values.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return new PolicyChange(Action.ADD, Item.ADDITIONAL_INSURED, name, values);
    }

    @Override
    public void close() {
        store.destroy();
    }
}
