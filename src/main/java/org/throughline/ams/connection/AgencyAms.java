package org.throughline.ams.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsCapability;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.AmsSystem;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;

/** Reads from the system of the agency at work. */
@Component
class AgencyAms implements AmsClients, AmsPolicies, AmsSystem {

    private final AmsConnections connections;

    AgencyAms(AmsConnections connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return connections.current().system().name();
    }

    @Override
    public Set<AmsCapability> capabilities() {
        return connections.current().system().capabilities();
    }

    @Override
    public Optional<Client> find(String clientId) {
        return connections.current().clients().find(clientId);
    }

    @Override
    public List<Client> changedSince(@Nullable Instant since) {
        return connections.current().clients().changedSince(since);
    }

    @Override
    public List<Policy> ofClient(String clientId) {
        return connections.current().policies().ofClient(clientId);
    }

    @Override
    public List<Policy> headersOfClients(List<String> clientIds) {
        return connections.current().policies().headersOfClients(clientIds);
    }
}
