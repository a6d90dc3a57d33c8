package org.throughline.ams.hawksoft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Policy;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientRecord;

/** Policies, which the vendor gives with their client: one call for a client, one for 200 clients' headers. */
@OnHawkSoft
@Component
class HawkSoftPolicies implements AmsPolicies {

    private static final String SECTIONS = "Details,People,Policies";

    private final HawkSoftBook book;

    HawkSoftPolicies(HawkSoftBook book) {
        this.book = book;
    }

    @Override
    public List<Policy> ofClient(String clientId) {
        return book.client(clientId, SECTIONS).stream()
                .flatMap(client -> policies(client).stream())
                .toList();
    }

    @Override
    public List<Policy> headersOfClients(List<String> clientIds) {
        List<Integer> numbers = clientIds.stream()
                .map(HawkSoftBook::number)
                .flatMap(Optional::stream)
                .toList();
        return book.clients(numbers, SECTIONS).stream()
                .flatMap(client -> policies(client).stream())
                .map(policy -> policy.withLimits(Map.of()))
                .toList();
    }

    private static List<Policy> policies(ClientRecord client) {
        return HawkSoftText.list(client.policies()).stream()
                .map(policy -> HawkSoftPolicyMapper.policy(client, policy))
                .flatMap(Optional::stream)
                .toList();
    }
}
