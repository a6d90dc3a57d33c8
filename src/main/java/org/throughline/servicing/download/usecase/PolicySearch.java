package org.throughline.servicing.download.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.ClientIndex;
import org.throughline.ams.ClientIndex.IndexedClient;
import org.throughline.ams.Policy;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.download.PolicyNumbers;
import org.throughline.carrier.download.Transaction;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.servicing.download.model.MatchFacts.Found;
import org.throughline.servicing.download.model.MatchFacts.NumberMatch;
import org.throughline.servicing.download.model.TermLikeness;

/**
 * Finds the policy that a transaction is about: who has a policy of such a number says the local index, and only their
 * policies are read from the agency management system.
 */
@Component
public class PolicySearch {

    private static final int MOST_CLIENTS = 5;

    private static final Comparator<Candidate> NEAREST = Comparator.comparing((Candidate each) -> each.number())
            .thenComparing(each -> each.term())
            .thenComparing(each -> each.policy().effective(), Comparator.reverseOrder());

    private final ClientIndex index;
    private final AmsPolicies policies;
    private final DownloadAliases aliases;
    private final Carriers carriers;

    public PolicySearch(ClientIndex index, AmsPolicies policies, DownloadAliases aliases, Carriers carriers) {
        this.index = index;
        this.policies = policies;
        this.aliases = aliases;
        this.carriers = carriers;
    }

    /**
     * What was found.
     *
     * @param policy the one policy, in the term that fits best
     * @param others descriptions of the policies that could be meant, where there are several
     * @param namesakes clients that have the insured's name, where no policy was found
     */
    record Result(
            Found found,
            NumberMatch number,
            @Nullable Policy policy,
            List<String> others,
            List<IndexedClient> namesakes) {}

    private record Wanted(String number, @Nullable NumberMatch known) {}

    private record Candidate(NumberMatch number, TermLikeness term, Policy policy) {

        String identity() {
            return policy.clientId() + " " + PolicyNumbers.key(policy.number());
        }

        String description() {
            return policy.number() + ", " + policy.namedInsured() + ", " + policy.effective() + " to "
                    + policy.expiration() + ", " + policy.rawStatus();
        }
    }

    /**
     * Looks for a transaction's policy.
     *
     * @param chosen number of the policy that a person says it is; empty where nobody has said
     * @throws VendorUnavailable if the index or the system cannot be asked; try again later
     */
    Result find(Transaction transaction, String chosen) {
        if (!index.ready()) {
            throw new VendorUnavailable("The index of clients has not been filled yet.");
        }
        Wanted wanted = wanted(transaction, chosen);
        List<Candidate> candidates = candidates(transaction, wanted);
        if (candidates.isEmpty()) {
            return new Result(Found.NONE, NumberMatch.DIFFERENT, null, List.of(), namesakes(transaction.insured()));
        }
        Candidate nearest = candidates.get(0);
        Map<String, Candidate> alike = new LinkedHashMap<>();
        candidates.stream()
                .filter(each -> each.number() == nearest.number())
                .forEach(each -> alike.putIfAbsent(each.identity(), each));
        return alike.size() == 1
                ? new Result(Found.ONE, nearest.number(), nearest.policy(), List.of(), List.of())
                : new Result(
                        Found.SEVERAL,
                        nearest.number(),
                        null,
                        alike.values().stream().map(Candidate::description).toList(),
                        List.of());
    }

    /** True where some client of the agency has a policy of that number. */
    boolean exists(String policyNumber) {
        return !index.byPolicyNumbers(PolicyNumbers.keys(policyNumber)).isEmpty();
    }

    /** The client of that number in the agency management system. */
    Optional<IndexedClient> client(String clientId) {
        return index.byId(clientId);
    }

    private Wanted wanted(Transaction transaction, String chosen) {
        if (!chosen.isEmpty()) {
            return new Wanted(chosen, NumberMatch.CHOSEN);
        }
        return aliases.find(AliasKey.of(transaction, carriers))
                .map(alias -> new Wanted(alias.policyNumber(), NumberMatch.REMEMBERED))
                .orElseGet(() -> new Wanted(transaction.policyNumber(), null));
    }

    private List<Candidate> candidates(Transaction transaction, Wanted wanted) {
        List<String> keys = PolicyNumbers.keys(wanted.number());
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        index.byPolicyNumbers(keys).stream()
                .limit(MOST_CLIENTS)
                .forEach(client -> policies.ofClient(client.clientId())
                        .forEach(
                                policy -> candidate(transaction, wanted, policy).ifPresent(candidates::add)));
        candidates.sort(NEAREST);
        return candidates;
    }

    private static Optional<Candidate> candidate(Transaction transaction, Wanted wanted, Policy policy) {
        NumberMatch likeness = switch (PolicyNumbers.likeness(wanted.number(), policy.number())) {
            case SAME -> NumberMatch.SAME;
            case FORMAT -> NumberMatch.FORMAT;
            case MODULE -> NumberMatch.MODULE;
            case DIFFERENT -> NumberMatch.DIFFERENT;
        };
        if (likeness == NumberMatch.DIFFERENT) {
            return Optional.empty();
        }
        NumberMatch known = wanted.known();
        return Optional.of(
                new Candidate(known == null ? likeness : known, TermLikeness.of(transaction, policy), policy));
    }

    /** Carriers often put the last name first. */
    private List<IndexedClient> namesakes(String insured) {
        if (insured.isBlank()) {
            return List.of();
        }
        Set<IndexedClient> found = new LinkedHashSet<>(index.namedIn(insured));
        String[] words = insured.strip().split("[\\s,]+", 2);
        if (words.length > 1) {
            found.addAll(index.namedIn(words[1] + " " + words[0]));
        }
        return found.stream().limit(MOST_CLIENTS).toList();
    }
}
