package org.throughline.ams.index;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.PerAgency;

/** Brings the client index up to date. A client that comes twice is simply replaced twice. */
@Component
class ClientIndexSync {

    private final AmsClients clients;
    private final AmsPolicies policies;
    private final ClientIndexStore store;
    private final StoredClientIndex index;
    private final PolicyWatch watch;
    private final AmsProperties properties;
    private final AgencyProfile agency;
    private final Clock clock;
    private final PerAgency<Progress> progress;

    /** How far this node has come with an agency. */
    private static final class Progress {
        private Instant lastFull = Instant.EPOCH;
        /** When the tables were written last, by whatever node, as they are in memory here. */
        private List<Optional<Instant>> written = List.of();
    }

    ClientIndexSync(
            AmsClients clients,
            AmsPolicies policies,
            ClientIndexStore store,
            StoredClientIndex index,
            PolicyWatch watch,
            AmsProperties properties,
            AgencyProfile agency,
            Clock clock) {
        this.clients = clients;
        this.policies = policies;
        this.store = store;
        this.index = index;
        this.watch = watch;
        this.properties = properties;
        this.agency = agency;
        this.clock = clock;
        this.progress = new PerAgency<>(agency, Progress::new);
    }

    /**
     * Everything the first time and once in a while, otherwise what changed since the last look.
     *
     * @return how many clients were read
     */
    int run() {
        Progress mine = progress.get();
        synchronized (mine) {
            return run(mine);
        }
    }

    private int run(Progress mine) {
        Instant started = clock.instant();
        Optional<Instant> cursor = store.cursor();
        boolean full = cursor.isEmpty() || !started.isBefore(mine.lastFull.plus(properties.fullSyncInterval()));
        List<Client> changed =
                clients.changedSince(full ? null : cursor.orElseThrow().minus(properties.overlap()));
        List<IndexRow> rows = rows(changed);
        if (full) {
            store.replaceAll(rows, started);
            mine.lastFull = started;
        } else if (!rows.isEmpty()) {
            store.replace(rows, started);
        }
        List<Optional<Instant>> written = List.of(store.cursor(), store.spreadsheetCursor());
        if (full || !rows.isEmpty() || !written.equals(mine.written)) {
            index.refresh();
            mine.written = written;
        }
        return rows.size();
    }

    private List<IndexRow> rows(List<Client> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), agency.timeZone());
        List<String> ids = changed.stream().map(Client::id).toList();
        List<Policy> headers = policies.headersOfClients(ids);
        watch.look(ids, headers);
        Map<String, List<Policy>> byClient = headers.stream().collect(Collectors.groupingBy(Policy::clientId));
        return changed.stream()
                .map(client -> IndexRows.row(client, byClient.getOrDefault(client.id(), List.of()), today))
                .toList();
    }
}
