package org.throughline.ams.nowcerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Policy;
import org.throughline.ams.nowcerts.NowCertsApi.InsuredIds;
import org.throughline.ams.nowcerts.NowCertsApi.InterestRow;
import org.throughline.ams.nowcerts.NowCertsApi.PolicyIds;
import org.throughline.ams.nowcerts.NowCertsApi.PolicyRow;

/** Policies with coverages, forms and additional interests: three calls a client. */
@OnNowCerts
@Component
class NowCertsPolicies implements AmsPolicies {

    private final NowCertsApi api;

    NowCertsPolicies(NowCertsApi api) {
        this.api = api;
    }

    @Override
    public List<Policy> ofClient(String clientId) {
        List<PolicyRow> rows = api.insuredPolicies(new InsuredIds(List.of(clientId)));
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(PolicyRow::key).toList();
        List<Map<String, Map<String, Map<String, String>>>> limits = new ArrayList<>();
        NowCertsLists.inBatches(ids, batch -> {
            limits.add(NowCertsCoverages.limits(api.coverages(new PolicyIds(batch))));
            return List.of();
        });
        Map<String, List<InterestRow>> interests = NowCertsLists.inBatches(ids, this::interests).stream()
                .collect(Collectors.groupingBy(InterestRow::policyDatabaseId));
        return rows.stream()
                .map(row -> NowCertsMapper.policy(
                        row, limitsOf(row.key(), limits), interests.getOrDefault(row.key(), List.of())))
                .toList();
    }

    @Override
    public List<Policy> headersOfClients(List<String> clientIds) {
        return NowCertsLists.inBatches(clientIds, ids -> api.insuredPolicies(new InsuredIds(ids))).stream()
                .map(row -> NowCertsMapper.policy(row, Map.of(), List.of()))
                .toList();
    }

    private List<InterestRow> interests(List<String> policyIds) {
        String filter = NowCertsClients.anyOf("policyDatabaseId", policyIds);
        return NowCertsLists.all((skip, top) -> api.interests(filter, "policyDatabaseId asc", skip, top));
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
