package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.carrier.Arrival;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.vendor.Simulator;

/**
 * What all writing calls share: a transaction id is taken once, a checksum must be that of now, {@code GW-DoNotCommit}
 * leaves everything as it was. The id is kept with what the call wrote, so that both are there or neither.
 */
@Component
@Profile("sandbox")
class RestWrites {

    private static final String TRANSACTION = "GW-DBTransaction-ID";
    private static final String TRANSACTIONS = "_transactions";
    private static final int LONGEST_TRANSACTION = 128;

    private final CarrierStore store;
    private final Simulator simulator;

    RestWrites(CarrierStore store, Simulator carrierSimulator) {
        this.store = store;
        this.simulator = carrierSimulator;
    }

    /** Reads, checks and writes without another call in between. */
    synchronized <T> T alone(Supplier<T> call) {
        return call.get();
    }

    /** Refuses a call whose transaction has been executed. */
    synchronized void begin(HttpServletRequest request, ObjectNode row) {
        String transaction = request.getHeader(TRANSACTION);
        if (transaction == null) {
            return;
        }
        if (transaction.length() > LONGEST_TRANSACTION) {
            throw RestProblem.badInput("The header " + TRANSACTION + " has more than 128 characters");
        }
        boolean executed = Stream.of(Kind.JOB, Kind.CLAIM)
                .flatMap(kind -> store.all(kind).stream())
                .flatMap(each -> each.path(TRANSACTIONS).valueStream())
                .anyMatch(each -> each.asText().equals(transaction));
        if (executed) {
            throw RestProblem.alreadyExecuted(transaction);
        }
        row.withArray("/" + TRANSACTIONS).add(transaction);
    }

    /** Refuses a call that believes in another state of the resource. */
    void check(HttpServletRequest request, @Nullable String inBody, JsonNode attributes) {
        String supplied = inBody == null ? request.getHeader("GW-Checksum") : inBody;
        String current = RestAnswers.checksum(attributes);
        if (supplied != null && !supplied.equals(current)) {
            throw RestProblem.conflict(
                    supplied, current, request.getRequestURI().replaceFirst("^.*/rest", ""));
        }
    }

    /** Whether what the call does is to be forgotten. */
    boolean rehearsed(HttpServletRequest request) {
        return Boolean.parseBoolean(request.getHeader("GW-DoNotCommit"));
    }

    /** How a call is marked; {@code half} where only some of it was kept. */
    Arrival arrival(HttpServletRequest request, boolean half) {
        String correlation = request.getHeader("X-Correlation-ID");
        return (marking, row, operation, text) -> Arrival.by(request, !half)
                .mark(marking, row, operation, correlation == null ? text : correlation + " " + text);
    }

    /** Changes a copy of a record and stores it, unless the call is a rehearsal. */
    synchronized ObjectNode change(
            HttpServletRequest request, Kind kind, ObjectNode row, boolean half, Consumer<ObjectNode> change) {
        ObjectNode copy = row.deepCopy();
        begin(request, copy);
        change.accept(copy);
        keep(request, kind, copy, half);
        return copy;
    }

    /** Stores a record that a call has made or changed; what is only being put together is no write to a policy yet. */
    synchronized void keep(HttpServletRequest request, Kind kind, ObjectNode row, boolean half) {
        if (rehearsed(request)) {
            return;
        }
        boolean open = JobStatus.of(row) == JobStatus.DRAFT || JobStatus.of(row) == JobStatus.QUOTED;
        String operation = open ? "OTHER" : row.path("_operation").asText("OTHER");
        arrival(request, half)
                .mark(simulator, row, operation, row.path("description").asText());
        store.save(kind, row);
    }

    boolean halfWritten() {
        return simulator.halfWritten();
    }
}
