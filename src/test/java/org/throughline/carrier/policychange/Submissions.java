package org.throughline.carrier.policychange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.Submission;

/** Submissions of tests, each with a reference of its own. */
final class Submissions {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final AtomicInteger NUMBERS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100_000, 800_000));

    private Submissions() {}

    static String reference() {
        return "SR-2026-%06d-1".formatted(NUMBERS.incrementAndGet());
    }

    static Submission of(
            CarrierOperation operation, String policy, String line, LocalDate effective, Change... changes) {
        Map<String, String> details = switch (operation) {
            case CANCELLATION -> Map.of("reason", "sold", "requestor", "insured");
            case CLAIM_NOTICE ->
                Map.of(
                        "lossTime", "21:30",
                        "place", "I-45 at Dallas St, Houston TX",
                        "injuries", "none",
                        "reportedBy", "Luis Marin",
                        "phone", "512-555-0164");
            default -> Map.of();
        };
        return new Submission(
                policy.substring(0, 3),
                operation,
                CarrierChannel.API,
                policy,
                null,
                line,
                "TX",
                "Marin Framing LLC",
                effective,
                "The insured asks for this.",
                List.of(changes),
                details,
                null);
    }

    static Submission bindingOf(Submission quoted, String quote) {
        return new Submission(
                quoted.carrier(),
                CarrierOperation.POLICY_CHANGE,
                quoted.channel(),
                quoted.policyNumber(),
                quoted.naic(),
                quoted.line(),
                quoted.state(),
                quoted.insured(),
                quoted.effective(),
                quoted.description(),
                quoted.changes(),
                quoted.details(),
                quote);
    }

    static Change insured(String name) {
        return new Change(
                Action.ADD,
                Subject.ADDITIONAL_INSURED,
                name,
                Map.of(
                        "address", "4200 Gulfton St",
                        "city", "Houston",
                        "state", "TX",
                        "postalCode", "77081",
                        "form", "CG 20 10",
                        "edition", "04 13",
                        "waiver", "yes"));
    }

    static Change vehicle(String vin) {
        return new Change(
                Action.ADD, Subject.VEHICLE, vin, Map.of("year", "2025", "make", "Toyota", "model", "Tundra"));
    }

    static Change driver(Action action, String name) {
        return new Change(
                action, Subject.DRIVER, name, action == Action.REMOVE ? Map.of() : Map.of("licenseState", "TX"));
    }
}
