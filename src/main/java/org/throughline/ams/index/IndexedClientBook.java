package org.throughline.ams.index;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.throughline.ams.ClientBook;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.ams.index.IndexKey.Kind;

/** The index's tables as a list; what was changed here shows in this node's look-ups at once, in others' after their next look. */
@Component
class IndexedClientBook implements ClientBook {

    private final ClientIndexStore store;
    private final StoredClientIndex index;

    IndexedClientBook(ClientIndexStore store, StoredClientIndex index) {
        this.store = store;
        this.index = index;
    }

    @Override
    public View read() {
        return new ReadBook(store.asWritten(), store.today());
    }

    @Override
    public void put(Collection<Entry> clients) {
        for (Entry client : clients) {
            if (!SpreadsheetIds.isOne(client.clientId())) {
                throw new IllegalArgumentException(client.clientId() + " belongs to the agency management system");
            }
        }
        store.changeSpreadsheet(clients.stream().map(IndexEntries::row).toList(), List.of());
        index.refreshIfReady();
    }

    @Override
    public boolean remove(String clientId) {
        if (!SpreadsheetIds.isOne(clientId) || read().find(clientId).isEmpty()) {
            return false;
        }
        store.changeSpreadsheet(List.of(), List.of(clientId));
        index.refreshIfReady();
        return true;
    }

    /** The list as one load gave it. */
    private static final class ReadBook implements View {

        private final Map<String, Entry> byId = new LinkedHashMap<>();
        private final Map<String, Set<String>> byName = new HashMap<>();
        private final Map<String, String> byPolicy = new HashMap<>();
        private final Map<String, IndexRow> rowsById = new HashMap<>();
        private final LocalDate today;
        private final AmsOverlap overlap;

        ReadBook(List<IndexRow> rows, LocalDate today) {
            this.today = today;
            overlap = AmsOverlap.of(rows);
            rows.stream()
                    .map(IndexEntries::entry)
                    .sorted(Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(Entry::clientId))
                    .forEach(entry -> byId.put(entry.clientId(), entry));
            rows.forEach(row -> rowsById.put(row.clientId(), row.on(today).sorted()));
            rows.stream()
                    .sorted(Comparator.comparing(IndexRow::source))
                    .flatMap(row -> row.keys().stream())
                    .forEach(this::add);
        }

        private void add(IndexKey key) {
            if (key.kind() == Kind.NAME) {
                byName.computeIfAbsent(key.lookup(), name -> new TreeSet<>()).add(key.clientId());
            } else if (key.kind() == Kind.POLICY) {
                byPolicy.putIfAbsent(key.lookup(), key.clientId());
            }
        }

        @Override
        public List<Entry> entries() {
            return List.copyOf(byId.values());
        }

        @Override
        public Optional<Entry> find(String clientId) {
            return Optional.ofNullable(byId.get(clientId));
        }

        @Override
        public boolean has(Entry client) {
            return IndexEntries.row(client).on(today).sorted().equals(rowsById.get(client.clientId()));
        }

        @Override
        public List<Entry> named(String name) {
            return LookupKeys.names(name, true).stream()
                    .flatMap(key -> byName.getOrDefault(key, Set.of()).stream())
                    .distinct()
                    .flatMap(id -> find(id).stream())
                    .toList();
        }

        @Override
        public Optional<Entry> sameInAms(Entry client) {
            return overlap.of(IndexEntries.row(client)).flatMap(this::find);
        }

        @Override
        public Optional<Entry> holderOf(String policyNumber) {
            return Optional.ofNullable(byPolicy.get(LookupKeys.policy(policyNumber)))
                    .flatMap(this::find);
        }
    }
}
