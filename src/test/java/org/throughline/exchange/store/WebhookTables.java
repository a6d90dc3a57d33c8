package org.throughline.exchange.store;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.throughline.exchange.webhook.Deliveries;
import org.throughline.exchange.webhook.RequestState;
import org.throughline.exchange.webhook.RequestStates;
import org.throughline.exchange.webhook.Subscriptions;
import org.throughline.platform.AgencyProfile;

/** The tables of webhooks on a test's database. */
public final class WebhookTables {

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final RequestStates states;
    private volatile boolean forbidden;

    public WebhookTables(
            JdbcTemplate batches, PlatformTransactionManager transactions, AgencyProfile agency, Clock clock) {
        this.subscriptions = new JdbcSubscriptions(JdbcClient.create(batches), agency, clock);
        this.deliveries = new JdbcDeliveries(batches, transactions, agency);
        RequestStates read = new JdbcRequestStates(JdbcClient.create(batches));
        this.states = (instances, numbers) -> look(read, instances, numbers);
    }

    private List<RequestState> look(RequestStates read, Collection<String> instances, Collection<String> numbers) {
        if (forbidden) {
            throw new AssertionError("Nobody listens, and yet the requests are read");
        }
        return read.find(instances, numbers);
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public RequestStates requestStates() {
        return states;
    }

    /** From now on reading requests fails the test. */
    public void forbidStatements() {
        forbidden = true;
    }
}
