package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.carrier.Behavior.Mode;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.vendor.Simulator;

/**
 * Decides what comes of a request, the same on every way on which it can come. A job's record says {@code carrier,
 * operation, number, policyNumber, status, effective, reference, description, changes, issued, premiumChange,
 * endorsement, message}; a claim's has {@code claimNumber} too. What is undecided is settled by the clock and by the
 * carrier's behavior whenever somebody looks.
 */
@Component
@Profile("sandbox")
public class Underwriting {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_JOB = 40_000;

    private final CarrierStore store;
    private final Behaviors behaviors;
    private final Issuing issuing;
    private final Simulator simulator;
    private final Map<Kind, Integer> numbers = new EnumMap<>(Kind.class);

    Underwriting(CarrierStore store, Behaviors behaviors, Issuing issuing, Simulator carrierSimulator) {
        this.store = store;
        this.behaviors = behaviors;
        this.issuing = issuing;
        this.simulator = carrierSimulator;
    }

    /**
     * Opens a job that nobody has asked to decide yet; not stored.
     *
     * @throws ValidationFailed if there is no such policy, or nothing of the kind can be done with it
     */
    public synchronized ObjectNode open(CarrierAsk ask) {
        settle();
        ObjectNode policy = store.policy(ask.carrier(), ask.policyNumber())
                .orElseThrow(() -> new ValidationFailed("There is no policy " + ask.policyNumber()));
        Requirements.check(policy, ask);
        Kind kind = kind(ask.operation());
        int sequence = next(kind);
        ObjectNode job = JSON.createObjectNode();
        job.put("id", (kind == Kind.CLAIM ? "cc:" : "pc:") + (FIRST_JOB + sequence));
        job.put("number", "%010d".formatted(sequence));
        job.put("carrier", ask.carrier());
        job.put("operation", ask.operation().name());
        job.put("policyNumber", policy.path("number").asText());
        job.put("policyId", policy.path("id").asText());
        job.put("account", policy.path("account").asText());
        job.put("status", JobStatus.DRAFT.name());
        job.put("effective", ask.effective().toString());
        job.put("reference", ask.reference());
        job.put("description", ask.text());
        job.set("changes", PolicyChange.json(ask.changes()));
        ask.details().forEach(job.putObject("details")::put);
        job.put("received", simulator.iso());
        return job;
    }

    /** A number that no record has and none was given in this process. */
    private int next(Kind kind) {
        int stored = store.all(kind).stream()
                .mapToInt(job -> job.path("number").asInt())
                .max()
                .orElse(0);
        return numbers.merge(kind, stored + 1, (last, after) -> Math.max(last + 1, after));
    }

    /**
     * Prices a job.
     *
     * @throws ValidationFailed if the carrier finds it wrong
     */
    public synchronized void quote(ObjectNode job) {
        validate(job.path("carrier").asText());
        issuing.quote(job);
        job.put("status", JobStatus.QUOTED.name());
    }

    /** Takes a whole request: opens a job for it and decides. */
    public synchronized ObjectNode submit(CarrierAsk ask, Arrival arrival) {
        return submit(ask, arrival, Duration.ZERO);
    }

    /** Takes a whole request and decides no sooner than after a time. */
    public synchronized ObjectNode submit(CarrierAsk ask, Arrival arrival, Duration least) {
        ObjectNode job = open(ask);
        issuing.quote(job);
        return decide(job, arrival, least);
    }

    /**
     * Decides on a job by the carrier's behavior, marks it as written and stores it.
     *
     * @return the record as it is kept
     * @throws ValidationFailed if the carrier finds it wrong; nothing is kept of it then
     */
    public synchronized ObjectNode decide(ObjectNode job, Arrival arrival, Duration least) {
        store.together(() -> decideNow(job, arrival, least));
        return job;
    }

    private void decideNow(ObjectNode job, Arrival arrival, Duration least) {
        Behavior behavior = behaviors.of(job.path("carrier").asText());
        Operation operation = operation(job);
        validate(job.path("carrier").asText());
        boolean judged = judged(job);
        Duration wait =
                behavior.mode() == Mode.DELAY && behavior.delay().compareTo(least) > 0 ? behavior.delay() : least;
        if (judged && behavior.mode() == Mode.REFER) {
            job.put("status", JobStatus.REFERRED.name());
            job.put("message", "An underwriter reviews the request.");
        } else if (wait.isZero()) {
            conclude(job, judged ? behavior.mode() : Mode.ISSUE);
        } else {
            job.put("status", JobStatus.PENDING.name());
            job.put("message", "The request is being processed.");
            job.put("_decideAt", now().plus(wait).toString());
        }
        arrival.mark(simulator, job, operation.mark(), said(job));
        store.save(kind(operation), job);
    }

    /** Fails where the carrier is set to find everything wrong. */
    public void validate(String carrier) {
        if (behaviors.of(carrier).mode() == Mode.ERROR) {
            throw new ValidationFailed("The request does not pass validation: the risk's data on file is incomplete");
        }
    }

    /** Whether the carrier's underwriters want to see what is asked for. */
    public boolean refers(String carrier) {
        return behaviors.of(carrier).mode() == Mode.REFER;
    }

    /** Claims and loss runs are not a matter of an underwriter's judgment. */
    private static boolean judged(ObjectNode job) {
        return operation(job).mark().equals("POLICY");
    }

    private static Operation operation(ObjectNode job) {
        return Operation.valueOf(job.path("operation").asText());
    }

    private void conclude(ObjectNode job, Mode mode) {
        if (mode == Mode.DECLINE) {
            job.put("status", JobStatus.DECLINED.name());
            job.put("message", "Declined: this is outside the carrier's appetite for the class of business.");
            return;
        }
        issuing.issue(job, mode == Mode.PARTIAL);
    }

    /** Decides what has waited long enough, and what an underwriter has where the carrier now issues or declines. */
    public synchronized void settle() {
        Stream.of(Kind.JOB, Kind.CLAIM)
                .forEach(kind -> store.all(kind).stream()
                        .filter(job -> JobStatus.of(job).undecided())
                        .forEach(job -> settle(kind, job)));
    }

    private void settle(Kind kind, ObjectNode job) {
        Mode mode = behaviors.of(job.path("carrier").asText()).mode();
        boolean referred = JobStatus.of(job) == JobStatus.REFERRED;
        boolean decided = mode == Mode.ISSUE || mode == Mode.PARTIAL || mode == Mode.DECLINE;
        if (referred && !decided) {
            return;
        }
        if (!referred && now().isBefore(Instant.parse(job.path("_decideAt").asText()))) {
            return;
        }
        store.together(() -> settleNow(kind, job.deepCopy(), decided && judged(job) ? mode : Mode.ISSUE));
    }

    private void settleNow(Kind kind, ObjectNode settled, Mode mode) {
        try {
            conclude(settled, mode);
        } catch (ValidationFailed overtaken) {
            settled.put("status", JobStatus.DECLINED.name());
            settled.put("message", "Declined: " + overtaken.getMessage());
        }
        store.save(kind, settled);
    }

    /** What bears the agency's reference at a carrier, the newest first. */
    public synchronized Optional<ObjectNode> byReference(String carrier, String reference) {
        settle();
        return Stream.of(Kind.JOB, Kind.CLAIM)
                .flatMap(kind -> store.of(kind, carrier).stream())
                .filter(job -> job.path("reference").asText().equals(reference))
                .reduce((older, newer) -> newer);
    }

    /** The policy as it is now. */
    public synchronized Optional<ObjectNode> policy(String carrier, String number) {
        settle();
        return store.policy(carrier, number);
    }

    /** Where jobs of an operation are kept. */
    public static Kind kind(Operation operation) {
        return operation == Operation.CLAIM_NOTICE ? Kind.CLAIM : Kind.JOB;
    }

    /** The day at the carriers, who keep the agency's time. */
    public LocalDate today() {
        return simulator.now().toLocalDate();
    }

    private Instant now() {
        return simulator.now().toInstant();
    }

    private static String said(ObjectNode job) {
        List<String> parts =
                List.of(job.path("reference").asText(), job.path("description").asText());
        return String.join(" ", parts).strip();
    }
}
