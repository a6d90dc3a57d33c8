package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.vendor.Simulator;

/** Prices a job and makes it true: the policy changes, and its document comes into being. */
@Component
@Profile("sandbox")
class Issuing {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CarrierStore store;
    private final Simulator simulator;

    Issuing(CarrierStore store, Simulator carrierSimulator) {
        this.store = store;
        this.simulator = carrierSimulator;
    }

    /** What it would cost; fails if the changes do not go with the policy. */
    void quote(ObjectNode job) {
        List<PolicyChange> changes = PolicyChange.read(job.path("changes"));
        if (changes.isEmpty() && operation(job) == Operation.POLICY_CHANGE) {
            throw new ValidationFailed("The policy change changes nothing");
        }
        change(policy(job), changes);
        job.put("premiumChange", price(job, policy(job), changes).toPlainString());
    }

    private static BigDecimal price(ObjectNode job, ObjectNode policy, List<PolicyChange> changes) {
        LocalDate effective = LocalDate.parse(job.path("effective").asText());
        return switch (operation(job)) {
            case POLICY_CHANGE -> Rating.change(policy, effective, changes);
            case CANCELLATION -> Rating.cancellation(policy, effective);
            case REINSTATEMENT -> Rating.cancellation(policy, effective).negate();
            case CLAIM_NOTICE, LOSS_RUNS -> BigDecimal.ZERO;
        };
    }

    /** Does it, or with {@code partly} only some of it; the job says afterwards what was issued. */
    void issue(ObjectNode job, boolean partly) {
        Operation operation = operation(job);
        job.put("status", JobStatus.ISSUED.name());
        job.put("decided", simulator.iso());
        switch (operation) {
            case POLICY_CHANGE -> endorse(job, partly);
            case CANCELLATION, REINSTATEMENT -> turn(job, operation);
            case CLAIM_NOTICE -> job.put("claimNumber", number(job, "-")).put("message", "The claim is open.");
            case LOSS_RUNS -> {
                document(
                        job,
                        "LOSS_RUNS",
                        "Loss runs " + job.path("policyNumber").asText());
                job.put("message", "Loss runs are attached.");
            }
        }
    }

    private void endorse(ObjectNode job, boolean partly) {
        ObjectNode policy = policy(job);
        List<PolicyChange> asked = PolicyChange.read(job.path("changes"));
        List<PolicyChange> granted = partly ? cut(asked) : asked;
        BigDecimal difference = price(job, policy, granted);
        change(policy, granted);
        BigDecimal premium = new BigDecimal(policy.path("premium").asText("0")).add(difference);
        policy.put("premium", premium.toPlainString());
        job.set("issued", PolicyChange.json(granted));
        job.put("premiumChange", difference.toPlainString());
        job.put("endorsement", number(job, "-END-"));
        job.put("message", "Issued as endorsement " + job.path("endorsement").asText() + ".");
        store.update(Kind.POLICY, policy.path("id").asText(), policy);
        document(job, "ENDORSEMENT", "Endorsement " + job.path("endorsement").asText());
    }

    private void turn(ObjectNode job, Operation operation) {
        ObjectNode policy = policy(job);
        boolean over = operation == Operation.CANCELLATION;
        LocalDate effective = LocalDate.parse(job.path("effective").asText());
        boolean already = !effective.isAfter(simulator.now().toLocalDate());
        policy.put("status", !over ? "IN_FORCE" : already ? "CANCELED" : "PENDING_CANCELLATION");
        policy.put("cancellation", over ? effective.toString() : null);
        job.put("endorsement", number(job, over ? "-CAN-" : "-REI-"));
        job.put("message", over ? "The policy is canceled from " + effective + "." : "The policy is reinstated.");
        store.update(Kind.POLICY, policy.path("id").asText(), policy);
        document(
                job,
                over ? "CANCELLATION" : "REINSTATEMENT",
                (over ? "Cancellation " : "Reinstatement ")
                        + job.path("endorsement").asText());
    }

    private void document(ObjectNode job, String type, String name) {
        String id = "doc-" + job.path("id").asText().replaceAll("\\W", "-");
        store.save(
                Kind.DOCUMENT,
                JSON.createObjectNode()
                        .put("id", id)
                        .put("carrier", job.path("carrier").asText())
                        .put("policyNumber", job.path("policyNumber").asText())
                        .put("account", job.path("account").asText())
                        .put("type", type)
                        .put("name", name + ".pdf")
                        .put("date", simulator.now().toLocalDate().toString())
                        .put("job", job.path("id").asText()));
        job.put("document", id);
    }

    /** The first of several changes; of one change all but one value. */
    private static List<PolicyChange> cut(List<PolicyChange> asked) {
        PolicyChange first = asked.get(0);
        if (asked.size() > 1 || first.values().isEmpty()) {
            return List.of(first);
        }
        Map<String, String> values = new TreeMap<>(first.values());
        String dropped = Stream.of("waiver", "primary", "deductible", "edition", "loanNumber")
                .filter(values::containsKey)
                .findFirst()
                .orElseGet(() -> new TreeMap<>(first.values()).lastKey());
        values.remove(dropped);
        return List.of(new PolicyChange(first.action(), first.item(), first.name(), values));
    }

    private static void change(ObjectNode policy, List<PolicyChange> changes) {
        String line = policy.path("lines").path(0).asText();
        ArrayNode items = policy.withArray("/items");
        changes.forEach(change -> PolicyContents.apply(items, change, line));
    }

    private ObjectNode policy(ObjectNode job) {
        return store.policy(
                        job.path("carrier").asText(), job.path("policyNumber").asText())
                .orElseThrow()
                .deepCopy();
    }

    private static String number(ObjectNode job, String mark) {
        String sequence = job.path("number").asText();
        return job.path("carrier").asText() + mark + sequence.substring(sequence.length() - 6);
    }

    private static Operation operation(ObjectNode job) {
        return Operation.valueOf(job.path("operation").asText());
    }
}
