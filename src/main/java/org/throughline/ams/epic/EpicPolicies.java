package org.throughline.ams.epic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.epic.EpicRows.CancelledLine;
import org.throughline.ams.epic.EpicRows.LineRow;
import org.throughline.ams.epic.EpicRows.Page;
import org.throughline.ams.epic.EpicRows.PolicyRow;

/**
 * Policies with their lines: two calls a client, and one more for each policy that is or will be cancelled, because only
 * the single policy tells the day. The vendor documents no limits, forms or further parties.
 */
@OnEpic
@Component
class EpicPolicies implements AmsPolicies {

    private static final Set<PolicyStatus> ENDING = EnumSet.of(PolicyStatus.PENDING_CANCEL, PolicyStatus.CANCELLED);

    private final EpicApi api;
    private final EpicLookups lookups;
    private final EpicWords words;

    EpicPolicies(EpicApi api, EpicLookups lookups, EpicProperties properties) {
        this.api = api;
        this.lookups = lookups;
        this.words = new EpicWords(properties.statusCodes(), properties.lineCodes());
    }

    @Override
    public List<Policy> ofClient(String clientId) {
        return joined(policies(clientId), lines(clientId), true);
    }

    /** All policies page by page, or those of each client, whichever takes fewer calls. */
    @Override
    public List<Policy> headersOfClients(List<String> clientIds) {
        if (clientIds.isEmpty()) {
            return List.of();
        }
        Page<PolicyRow> first = api.policies(null, null, null, 0, EpicPages.LIMIT);
        if (first.total() > (long) clientIds.size() * EpicPages.LIMIT) {
            return clientIds.stream()
                    .flatMap(id -> joined(policies(id), lines(id), false).stream())
                    .toList();
        }
        Set<String> wanted = new HashSet<>(clientIds);
        List<PolicyRow> rows =
                EpicPages.rest((offset, limit) -> api.policies(null, null, null, offset, limit), first).stream()
                        .filter(row -> wanted.contains(row.client()))
                        .toList();
        return joined(rows, lines(null), false);
    }

    private List<PolicyRow> policies(String clientId) {
        return EpicPages.all((offset, limit) -> api.policies(clientId, null, null, offset, limit));
    }

    private List<LineRow> lines(@Nullable String clientId) {
        return EpicPages.all((offset, limit) -> api.lines(clientId, null, offset, limit));
    }

    private List<Policy> joined(List<PolicyRow> rows, List<LineRow> lines, boolean withCancellation) {
        Map<String, List<LineRow>> byPolicy = lines.stream().collect(Collectors.groupingBy(LineRow::policy));
        List<Policy> policies = new ArrayList<>();
        for (PolicyRow row : rows) {
            EpicTerms terms = terms(row, byPolicy.getOrDefault(row.id(), List.of()));
            boolean ending = withCancellation && ENDING.contains(terms.status());
            policies.add(EpicMapper.policy(row, terms, ending ? cancellation(row.id()) : null));
        }
        return policies;
    }

    /** A policy that nobody has given lines yet is of the line that its type names. */
    private EpicTerms terms(PolicyRow row, List<LineRow> lines) {
        EpicTerms terms = EpicTerms.of(lines, lookups, words);
        String type = row.policyType();
        return type == null || !terms.lines().isEmpty()
                ? terms
                : terms.withLines(lookups.type(type).map(words::line).stream().toList());
    }

    /** The first day on which a line was or will be cancelled; null where this release of Epic cannot tell. */
    private @Nullable LocalDate cancellation(String policyId) {
        try {
            EpicRows.PolicyEmbedded embedded = api.policyWithLines(policyId).embedded();
            List<CancelledLine> lines = embedded == null ? null : embedded.lines();
            return lines == null
                    ? null
                    : lines.stream()
                            .map(CancelledLine::cancellationDate)
                            .filter(Objects::nonNull)
                            .map(EpicMapper::date)
                            .min(LocalDate::compareTo)
                            .orElse(null);
        } catch (EpicReleaseTooOld notYet) {
            return null;
        }
    }
}
