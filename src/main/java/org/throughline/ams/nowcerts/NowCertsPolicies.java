package org.throughline.ams.nowcerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Policy;
import org.throughline.ams.nowcerts.NowCertsApi.InsuredIds;
import org.throughline.ams.nowcerts.NowCertsApi.InterestRow;
import org.throughline.ams.nowcerts.NowCertsApi.PolicyIds;
import org.throughline.ams.nowcerts.NowCertsApi.PolicyKey;
import org.throughline.ams.nowcerts.NowCertsApi.PolicyRow;

/** Policies with coverages, forms and additional interests: four calls a client. */
@OnNowCerts
@Component
class NowCertsPolicies implements AmsPolicies {

    private final NowCertsApi api;

    NowCertsPolicies(NowCertsApi api) {
        this.api = api;
    }

    @Override
    public List<Policy> ofClient(String clientId) {
        List<PolicyRow> rows = rows(List.of(clientId));
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> lines = lines(List.of(clientId));
        List<Map<String, Map<String, Map<String, String>>>> limits = new ArrayList<>();
        NowCertsLists.inBatches(rows.stream().map(PolicyRow::key).toList(), batch -> {
            limits.add(NowCertsCoverages.limits(api.coverages(new PolicyIds(batch))));
            return List.of();
        });
        Map<String, List<InterestRow>> interests = interests(clientId);
        return rows.stream()
                .map(row -> NowCertsMapper.policy(
                        row,
                        lines.getOrDefault(row.key(), List.of()),
                        limitsOf(row.key(), limits),
                        interests.getOrDefault(row.key(), List.of())))
                .toList();
    }

    @Override
    public List<Policy> headersOfClients(List<String> clientIds) {
        Map<String, List<String>> lines = lines(clientIds);
        return NowCertsLists.inBatches(clientIds, this::rows).stream()
                .map(row -> NowCertsMapper.policy(row, lines.getOrDefault(row.key(), List.of()), Map.of(), List.of()))
                .toList();
    }

    private List<PolicyRow> rows(List<String> clientIds) {
        String filter = NowCertsClients.anyOf("insuredDatabaseId", clientIds);
        return NowCertsLists.all((skip, top) -> api.policies(filter, "number asc", skip, top));
    }

    /** Names of lines by policy; the list of policies leaves them out. */
    private Map<String, List<String>> lines(List<String> clientIds) {
        Map<String, List<String>> lines = new HashMap<>();
        NowCertsLists.inBatches(clientIds, ids -> api.insuredPolicies(new InsuredIds(ids)))
                .forEach(row ->
                        lines.put(row.databaseId(), Objects.requireNonNullElse(row.linesOfBusiness(), List.of())));
        return lines;
    }

    /** Parties by policy; one of them can stand on several. */
    private Map<String, List<InterestRow>> interests(String clientId) {
        String filter = NowCertsClients.anyOf("insuredDatabaseId", List.of(clientId));
        Map<String, List<InterestRow>> interests = new HashMap<>();
        NowCertsLists.all((skip, top) -> api.interests(filter, "databaseId asc", skip, top))
                .forEach(row -> Objects.requireNonNullElse(row.policies(), List.<PolicyKey>of()).stream()
                        .map(PolicyKey::databaseId)
                        .distinct()
                        .forEach(policy -> interests
                                .computeIfAbsent(policy, key -> new ArrayList<>())
                                .add(row)));
        return interests;
    }

    private static Map<String, Map<String, String>> limitsOf(
            String policyId, List<Map<String, Map<String, Map<String, String>>>> batches) {
        return batches.stream()
                .map(batch -> batch.get(policyId))
                .filter(found -> found != null)
                .findFirst()
                .orElse(Map.of());
    }
}
