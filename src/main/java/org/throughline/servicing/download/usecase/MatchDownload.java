package org.throughline.servicing.download.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.ams.ClientIndex.IndexedClient;
import org.throughline.ams.Policy;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.download.Downloads;
import org.throughline.carrier.download.FeedNotice;
import org.throughline.carrier.download.Transaction;
import org.throughline.servicing.download.model.Likeness;
import org.throughline.servicing.download.model.Match;
import org.throughline.servicing.download.model.MatchFacts;
import org.throughline.servicing.download.model.MatchFacts.Found;
import org.throughline.servicing.download.model.MatchFacts.State;
import org.throughline.servicing.download.model.NameLikeness;
import org.throughline.servicing.download.model.SideBySide;
import org.throughline.servicing.download.model.Standing;
import org.throughline.servicing.download.model.TermLikeness;
import org.throughline.servicing.download.usecase.DownloadItems.DownloadItem;
import org.throughline.servicing.download.usecase.SubmissionMatch.Outlook;

/** Puts a carrier's transaction beside the policy that it is about, as the agency management system has it now. */
@Component
public class MatchDownload {

    private static final String NOTICE = "NOTICE";
    private static final String NOT_READ =
            "The message holds no transaction that can be read. Read the message and find the policy.";

    private final DownloadItems items;
    private final Downloads downloads;
    private final PolicySearch search;
    private final SubmissionMatch submissions;
    private final Carriers carriers;

    public MatchDownload(
            DownloadItems items,
            Downloads downloads,
            PolicySearch search,
            SubmissionMatch submissions,
            Carriers carriers) {
        this.items = items;
        this.downloads = downloads;
        this.search = search;
        this.submissions = submissions;
        this.carriers = carriers;
    }

    /**
     * Matches the transaction of an item; changes nothing but that a transaction sent in words is kept.
     *
     * @param chosenPolicy number of the policy that a person says it is; empty where nobody has said
     */
    public Match match(String inboundItemId, String chosenPolicy) {
        Optional<Transaction> sent = items.find(inboundItemId).flatMap(this::transaction);
        return sent.isEmpty()
                ? new Match(null, null, MatchFacts.notRead(), SideBySide.none(NOT_READ))
                : match(sent.get(), chosenPolicy.strip());
    }

    private Optional<Transaction> transaction(DownloadItem item) {
        Optional<Transaction> kept = downloads.find(item.externalId());
        if (kept.isPresent() || !item.ofCarrierFeed() || item.externalId().isEmpty()) {
            return kept;
        }
        Optional<Transaction> told = FeedNotice.read(item.externalId(), item.text());
        told.ifPresent(transaction -> downloads.keep(transaction, NOTICE));
        return told;
    }

    private Match match(Transaction transaction, String chosenPolicy) {
        State state = transaction.whole() ? State.WHOLE : State.BROKEN_OFF;
        PolicySearch.Result result = search.find(transaction, chosenPolicy);
        Policy policy = result.policy();
        if (policy == null) {
            return unmatched(transaction, state, result);
        }
        TermLikeness term = TermLikeness.of(transaction, policy);
        Standing.Found standing = standing(transaction, policy, term);
        MatchFacts facts = new MatchFacts(
                state,
                Found.ONE,
                result.number(),
                Likeness.ofCarrier(transaction, policy, carriers),
                NameLikeness.of(transaction.insured(), policy.namedInsured()),
                Likeness.ofLine(transaction.line(), policy.lines()),
                transaction.code(),
                standing.standing(),
                term);
        return new Match(transaction, policy, facts, SideBySide.of(transaction, policy, facts, standing.reason()));
    }

    private Standing.Found standing(Transaction transaction, Policy policy, TermLikeness term) {
        Outlook outlook = submissions.outlook(policy.number(), transaction);
        if (outlook.unclear()) {
            return new Standing.Found(
                    Standing.UNCLEAR,
                    "A change waits for the carrier (" + outlook.requests()
                            + "), and it is not certain that this is the answer: the effective date differs, or"
                            + " several wait.");
        }
        return outlook.meant().isEmpty()
                ? Standing.of(transaction, policy, term)
                : new Standing.Found(Standing.EXPECTED, "It answers what " + outlook.requests() + " waits for.");
    }

    private static Match unmatched(Transaction transaction, State state, PolicySearch.Result result) {
        List<String> reasons = new ArrayList<>();
        NameLikeness name = NameLikeness.UNKNOWN;
        if (result.found() == Found.SEVERAL) {
            reasons.add("Several policies have this number:");
            reasons.addAll(result.others());
        } else {
            name = bestName(transaction, result.namesakes());
            reasons.add("No policy has this number.");
            if (!result.namesakes().isEmpty()) {
                reasons.add("Clients of this name: "
                        + result.namesakes().stream()
                                .map(MatchDownload::described)
                                .collect(Collectors.joining("; ")));
            }
        }
        MatchFacts nothing = MatchFacts.nothingFound(state, transaction.code(), name);
        MatchFacts facts = result.found() == Found.SEVERAL ? nothing.several(result.number()) : nothing;
        return new Match(transaction, null, facts, SideBySide.of(transaction, null, facts, String.join("\n", reasons)));
    }

    private static NameLikeness bestName(Transaction transaction, List<IndexedClient> namesakes) {
        return namesakes.stream()
                .map(client -> NameLikeness.of(transaction.insured(), client.name()))
                .min(NameLikeness::compareTo)
                .orElse(transaction.insured().isBlank() ? NameLikeness.UNKNOWN : NameLikeness.DIFFERENT);
    }

    private static String described(IndexedClient client) {
        return client.name() + " (" + client.clientId() + ")";
    }
}
