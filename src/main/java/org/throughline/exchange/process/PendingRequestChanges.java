package org.throughline.exchange.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughline.exchange.webhook.RequestChange;
import org.throughline.exchange.webhook.RequestChange.Opened;
import org.throughline.exchange.webhook.WebhookEvents;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;

/** What the current transaction changes of requests, handed on just before it commits and forgotten when it rolls back. */
final class PendingRequestChanges implements TransactionSynchronization {

    private final WebhookEvents events;
    private final Map<String, Pending> byInstance = new LinkedHashMap<>();

    private PendingRequestChanges(WebhookEvents events) {
        this.events = events;
    }

    /** One process's part of it. */
    static final class Pending {

        private final String processInstanceId;
        private final boolean followUp;
        private final Agency agency;
        private final Map<String, String> values = new HashMap<>();
        private @Nullable Opened opened;
        private @Nullable String reopened;
        private @Nullable Instant closedAt;

        private Pending(String processInstanceId, boolean followUp, Agency agency) {
            this.processInstanceId = processInstanceId;
            this.followUp = followUp;
            this.agency = agency;
        }

        void open(String number, Instant at) {
            opened = new Opened(number, at);
        }

        void reopen(String number) {
            reopened = number;
        }

        void set(String fact, String value) {
            values.put(fact, value);
        }

        void close(Instant at) {
            closedAt = at;
        }

        private RequestChange change() {
            return new RequestChange(processInstanceId, followUp, opened, reopened, Map.copyOf(values), closedAt);
        }
    }

    static PendingRequestChanges ofTransaction(WebhookEvents events) {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof PendingRequestChanges pending) {
                return pending;
            }
        }
        PendingRequestChanges pending = new PendingRequestChanges(events);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    Pending of(String processInstanceId, boolean followUp, Agency agency) {
        return byInstance.computeIfAbsent(processInstanceId, id -> new Pending(id, followUp, agency));
    }

    /** Before the read side, which goes last: its rows must still say how the requests were. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        Map<Agency, List<RequestChange>> changes = byInstance.values().stream()
                .collect(Collectors.groupingBy(
                        pending -> pending.agency,
                        LinkedHashMap::new,
                        Collectors.mapping(Pending::change, Collectors.toList())));
        byInstance.clear();
        changes.forEach((agency, ofAgency) -> AgencyScope.run(agency, () -> events.changed(ofAgency)));
    }
}
