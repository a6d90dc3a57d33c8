package org.throughline.servicing.download.usecase;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.download.Downloads;
import org.throughline.carrier.download.Transaction;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.servicing.download.usecase.ApplyDownload.Matched;
import org.throughline.servicing.download.usecase.DownloadAliases.Alias;

/** Carries out what a person decided about a download that could not be applied alone. */
@Component
public class ResolveDownload {

    /** Below what a process variable holds. */
    private static final int LONGEST_EVIDENCE = 3900;

    private static final String TITLE = "Correct a policy as the carrier's download says";

    private final Downloads downloads;
    private final ApplyDownload applying;
    private final PolicySearch search;
    private final DownloadAliases aliases;
    private final DownloadAutomation automation;
    private final OutboundLedger ledger;
    private final Carriers carriers;

    public ResolveDownload(
            Downloads downloads,
            ApplyDownload applying,
            PolicySearch search,
            DownloadAliases aliases,
            DownloadAutomation automation,
            OutboundLedger ledger,
            Carriers carriers) {
        this.downloads = downloads;
        this.applying = applying;
        this.search = search;
        this.aliases = aliases;
        this.automation = automation;
        this.ledger = ledger;
        this.carriers = carriers;
    }

    /** What a person can decide. */
    public enum Decision {
        /** The transaction belongs to the policy shown, and nothing has to be corrected. */
        APPLY,
        /** It belongs to another policy, whose number the person gives; both are shown again. */
        OTHER_POLICY,
        /** The policy is right as the agency has it; the carrier is to be told or the download ignored. */
        AMS_RIGHT,
        /** The carrier is right; somebody corrects the agency management system. */
        CARRIER_RIGHT,
        /** It is no policy and no client of the agency. */
        NOT_OURS,
        /** Another queue decides. */
        REROUTE
    }

    /**
     * A decision with what the person filled in.
     *
     * @param matched policy number and ids are empty where no policy was found
     * @param comparison both sides, as the person saw them
     * @param chosenPolicy number of a policy with the agency; empty where none was given
     * @param chosenClient a client's number in the agency management system, for what has no policy there
     * @param note what the person found; kept as evidence
     * @param person user id
     */
    public record Resolution(
            Decision decision,
            Matched matched,
            String comparison,
            String chosenPolicy,
            String chosenClient,
            String note,
            String person) {

        private String client() {
            return matched.clientId().isEmpty() ? chosenClient : matched.clientId();
        }
    }

    /**
     * Looks whether a decision can be carried out.
     *
     * @throws DownloadRefused if something is missing, or does not exist
     */
    public void check(Resolution resolution) {
        switch (resolution.decision()) {
            case APPLY ->
                require(hasPolicy(resolution), "There is no policy that it could belong to. Choose another policy.");
            case OTHER_POLICY -> {
                require(!resolution.chosenPolicy().isEmpty(), "Give the number of the policy it belongs to.");
                require(
                        search.exists(resolution.chosenPolicy()),
                        "No client of ours has a policy " + resolution.chosenPolicy() + ".");
            }
            case CARRIER_RIGHT -> {
                require(
                        !resolution.client().isEmpty(),
                        "Give the client's number: without it there is no account to correct.");
                require(
                        search.client(resolution.client()).isPresent(),
                        "There is no client " + resolution.client() + " in the AMS.");
                require(!resolution.note().isEmpty(), "Say what has to be corrected.");
            }
            case AMS_RIGHT, NOT_OURS -> require(!resolution.note().isEmpty(), "Say what you found, as evidence.");
            case REROUTE -> {
                // Whoever gets it decides.
            }
        }
    }

    private static boolean hasPolicy(Resolution resolution) {
        return !resolution.matched().policyNumber().isEmpty();
    }

    /** Carries it out in the current transaction; returns the evidence. */
    public String settle(Resolution resolution) {
        Decision decision = resolution.decision();
        Matched matched = resolution.matched();
        StringBuilder evidence = new StringBuilder(words(resolution));
        if (!matched.transactionId().isEmpty()) {
            boolean confirmed =
                    hasPolicy(resolution) && (decision == Decision.APPLY || decision == Decision.CARRIER_RIGHT);
            if (confirmed) {
                evidence.append(applying.confirm(matched, true));
            }
            downloads.settle(
                    matched.transactionId(),
                    ApplyDownload.settlement(
                            decision == Decision.APPLY ? "APPLIED" : decision.name(), matched, evidence.toString()));
            remember(resolution).ifPresent(evidence::append);
        }
        write(resolution);
        automation.settled(matched.requestNumber(), decision.name(), matched.policyNumber(), resolution.person());
        return evidence.length() <= LONGEST_EVIDENCE ? evidence.toString() : evidence.substring(0, LONGEST_EVIDENCE);
    }

    private static String words(Resolution resolution) {
        String found = switch (resolution.decision()) {
            case APPLY -> "it belongs to " + resolution.matched().policyNumber() + ", and nothing is to correct.";
            case AMS_RIGHT -> "the AMS is right.";
            case CARRIER_RIGHT -> "the carrier is right; a task to correct the AMS is planned.";
            case NOT_OURS -> "it is not ours.";
            case OTHER_POLICY, REROUTE -> throw new IllegalArgumentException("Nothing is settled by it");
        };
        return "Decided by " + resolution.person() + ": " + found
                + (resolution.note().isEmpty() ? "" : " " + resolution.note()) + " "
                + resolution.matched().summary();
    }

    /** A number that a person matched is known the next time. */
    private Optional<String> remember(Resolution resolution) {
        Matched matched = resolution.matched();
        boolean found = hasPolicy(resolution)
                && !resolution.chosenPolicy().isEmpty()
                && resolution.decision() != Decision.NOT_OURS;
        if (!found) {
            return Optional.empty();
        }
        Transaction transaction = downloads.find(matched.transactionId()).orElseThrow();
        aliases.remember(
                AliasKey.of(transaction, carriers),
                new Alias(matched.policyNumber(), matched.clientId(), matched.requestNumber(), resolution.person()));
        return Optional.of(" The carrier's number " + transaction.policyNumber() + " is remembered for it.");
    }

    private void write(Resolution resolution) {
        Matched matched = resolution.matched();
        String client = resolution.client();
        if (client.isEmpty()) {
            return;
        }
        String text = resolution.note() + "\n\n" + resolution.comparison();
        String policyNumber = matched.policyNumber().isEmpty() ? null : matched.policyNumber();
        switch (resolution.decision()) {
            case CARRIER_RIGHT ->
                plan(
                        matched.requestNumber(),
                        WriteKind.AMS_TASK,
                        new AmsTaskPayload(client, policyNumber, TITLE, text, null, null));
            case AMS_RIGHT ->
                plan(
                        matched.requestNumber(),
                        WriteKind.AMS_NOTE,
                        new AmsNotePayload(
                                client,
                                matched.policyId().isEmpty() ? null : matched.policyId(),
                                "Carrier download looked at: our record is right",
                                text));
            default -> {
                // The others leave the client's account as it is.
            }
        }
    }

    private void plan(String requestNumber, WriteKind kind, Object payload) {
        ledger.plan(requestNumber, List.of(new PlannedWrite(kind, payload)));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new DownloadRefused(otherwise);
        }
    }
}
