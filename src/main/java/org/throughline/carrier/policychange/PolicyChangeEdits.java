package org.throughline.carrier.policychange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.Submission;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.carrier.policychange.PolicyChangeWire.Request;
import org.throughline.carrier.policychange.PolicyChangeWire.Resource;
import org.throughline.platform.vendor.VendorAnswer;
import org.throughline.platform.vendor.VendorNotFound;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** Brings a job to what is asked for: each change is compared with what the job has and only then made. */
class PolicyChangeEdits {

    private final PolicyChangeApi api;
    private final PolicyChangeReader reader;
    private final String carrier;
    private final Connection connection;

    PolicyChangeEdits(PolicyChangeApi api, PolicyChangeReader reader, String carrier, Connection connection) {
        this.api = api;
        this.reader = reader;
        this.carrier = carrier;
        this.connection = connection;
    }

    /** Refuses what the API cannot carry, before anything is begun. */
    void check(Submission submission) {
        if (submission.changes().isEmpty()) {
            throw new VendorRejected("The change says nothing to change; say what is to be added, changed or removed");
        }
        submission.changes().forEach(this::check);
    }

    private void check(Change change) {
        String what = words(change.subject());
        PolicyItems items = PolicyItems.of(change.subject()).orElseThrow(() -> elsewhere("cannot change " + what));
        if (change.subject() == Subject.MAILING_ADDRESS && change.action() != Action.CHANGE) {
            throw new VendorRejected("A policy has one mailing address; ask for a change of it");
        }
        if (!items.withoutPlace(change).isEmpty()) {
            throw elsewhere("has no place for " + String.join(", ", items.withoutPlace(change)) + " of the " + what
                    + " " + change.name());
        }
    }

    private VendorRejected elsewhere(String what) {
        return new VendorRejected(
                "The interface of carrier " + carrier + " " + what + "; send the request to its service desk instead");
    }

    private static String words(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Makes the changes that the job does not have yet. */
    void apply(String job, Submission submission, String reference) {
        int step = 1;
        for (Change change : submission.changes()) {
            apply(job, submission, change, reference, "change-" + step++);
        }
    }

    private void apply(String job, Submission submission, Change change, String reference, String step) {
        PolicyItems items = PolicyItems.of(change.subject()).orElseThrow();
        String collection = items.collection(connection.lineId(submission.line()));
        Optional<Resource> row = inJob(job, collection, items, change, submission);
        if (change.action() == Action.REMOVE) {
            if (row.isPresent()) {
                remove(job, collection, row.get(), reference, step);
            } else if (bound(submission, items, change).isEmpty()) {
                throw absent(submission, change);
            }
        } else if (row.isPresent()) {
            correct(job, collection, items, change, row.get(), reference, step);
        } else if (change.action() == Action.ADD || change.subject() == Subject.COVERAGE) {
            add(job, collection, items, change, reference, step);
        } else {
            throw absent(submission, change);
        }
    }

    private static VendorRejected absent(Submission submission, Change change) {
        return new VendorRejected("Policy " + submission.policyNumber() + " has no " + words(change.subject()) + " \""
                + change.name() + "\"; check the name against the policy");
    }

    private Optional<Resource> inJob(
            String job, String collection, PolicyItems items, Change change, Submission submission) {
        try {
            return PolicyChangeReader.all(offset -> api.ofJob(job, collection, offset)).stream()
                    .filter(row -> items.names(change, row))
                    .findFirst();
        } catch (VendorNotFound noSuchCollection) {
            throw new VendorRejected(
                    "Carrier " + carrier + " offers no change of " + words(change.subject()) + " on line "
                            + submission.line() + " of policy " + submission.policyNumber()
                            + "; send the request to its service desk instead",
                    noSuchCollection);
        }
    }

    /** What the policy has now, in the job or not. */
    private Optional<Resource> bound(Submission submission, PolicyItems items, Change change) {
        String policy = reader.needed(submission.policyNumber()).id();
        return rows(policy, items, submission, null).stream()
                .filter(row -> items.names(change, row))
                .findFirst();
    }

    private List<Resource> rows(String policy, PolicyItems items, Submission submission, @Nullable String day) {
        String collection = items.collection(connection.lineId(submission.line()));
        return PolicyChangeReader.all(offset -> api.ofPolicy(policy, collection, day, offset));
    }

    private void add(String job, String collection, PolicyItems items, Change change, String reference, String step) {
        try {
            api.add(
                    job,
                    collection,
                    PolicyChangeCalls.headers(connection, reference, step),
                    Request.of(items.created(change)));
        } catch (AlreadyExecuted done) {
            throw new VendorUnavailable(
                    "Carrier " + carrier + " has added \"" + change.name() + "\" but does not show it yet", done);
        }
    }

    /** The checksum makes the transaction one of its own: what was half done before is not done yet. */
    private void correct(
            String job,
            String collection,
            PolicyItems items,
            Change change,
            Resource row,
            String reference,
            String step) {
        Map<String, String> differing = items.differing(change, row);
        if (differing.isEmpty()) {
            return;
        }
        Request correction = Request.of(items.said(differing), row.checksum());
        String transaction = step + "-" + row.checksum();
        try {
            api.change(
                    job,
                    collection,
                    row.id(),
                    PolicyChangeCalls.headers(connection, reference, transaction),
                    correction);
        } catch (AlreadyExecuted inVain) {
            api.change(job, collection, row.id(), PolicyChangeCalls.headers(reference), correction);
        }
    }

    private void remove(String job, String collection, Resource row, String reference, String step) {
        try {
            VendorAnswer answer =
                    api.remove(job, collection, row.id(), PolicyChangeCalls.headers(connection, reference, step));
            if (answer.contentType().equals("text/html")) {
                throw new VendorUnavailable("A page came in answer to a removal at carrier " + carrier);
            }
        } catch (AlreadyExecuted done) {
            throw new VendorUnavailable("Carrier " + carrier + " has removed it but still shows it", done);
        }
    }

    /** What the carrier has now of what was asked for; what is not there is left out. */
    List<Change> issued(Submission submission, @Nullable String day) {
        String policy = reader.needed(submission.policyNumber()).id();
        return submission.changes().stream()
                .flatMap(change -> issued(submission, change, policy, day).stream())
                .toList();
    }

    private Optional<Change> issued(Submission submission, Change change, String policy, @Nullable String day) {
        PolicyItems items = PolicyItems.of(change.subject()).orElseThrow();
        Optional<Resource> row = rows(policy, items, submission, day).stream()
                .filter(each -> items.names(change, each))
                .findFirst();
        if (change.action() == Action.REMOVE) {
            return row.isPresent()
                    ? Optional.empty()
                    : Optional.of(new Change(Action.REMOVE, change.subject(), change.name(), Map.of()));
        }
        return row.map(has ->
                new Change(change.action(), change.subject(), change.name(), items.values(has, change.values())));
    }
}
