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
public final class CarrierWorld implements AutoCloseable {

    public static final String POLICY = "BMC-GL-0448213";

    public final MovingClock clock;
    public final Simulator simulator;
    public final CarrierStore store;
    public final Behaviors behaviors;
    public final Underwriting underwriting;
    public final Papers papers;
    public final PracticeBook book;
    public final CarrierSandboxProperties properties;

    /** With a store of that name in memory. */
    public CarrierWorld(String name) {
        this("jdbc:h2:mem:" + name, new MovingClock());
    }

    /** With a store on disk. */
    public CarrierWorld(Path directory, MovingClock clock) {
        this("jdbc:h2:file:" + directory.resolve("carrier") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", clock);
    }

    private CarrierWorld(String address, MovingClock clock) {
        this.clock = clock;
        this.book = new PracticeBook(clock);
        this.simulator = new Simulator("carrier", clock, book);
        this.properties = new CarrierSandboxProperties(
                address,
                "client",
                "secret",
                Behavior.Mode.ISSUE,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        this.store = new CarrierStore(simulator, properties, new CarrierSeed(book));
        this.behaviors = new Behaviors(store, properties);
        this.papers = new Papers(store);
        this.underwriting = new Underwriting(store, behaviors, new Issuing(store, simulator), simulator);
    }

    public LocalDate today() {
        return underwriting.today();
    }

    public CarrierAsk ask(String reference, PolicyChange... changes) {
        return ask(Operation.POLICY_CHANGE, reference, changes);
    }

    public CarrierAsk ask(Operation operation, String reference, PolicyChange... changes) {
        return new CarrierAsk(
                "BMC", operation, POLICY, today(), reference, "Please change it", List.of(changes), Map.of());
    }

    public static PolicyChange insured(String name, String... keysAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            values.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return new PolicyChange(Action.ADD, Item.ADDITIONAL_INSURED, name, values);
    }

    /** Has all carriers behave so. */
    public void behave(Behavior.Mode mode) {
        behaviors.set(null, new Behavior(mode, Duration.ZERO));
    }

    @Override
    public void close() {
        store.destroy();
    }
}
