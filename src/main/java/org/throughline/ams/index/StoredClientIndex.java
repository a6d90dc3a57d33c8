package org.throughline.ams.index;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.ClientIndex;
import org.throughline.ams.index.IndexKey.Kind;
import org.throughline.platform.PerAgency;

/**
 * Answers from memory, because identifying a sender is on every item's way. What is in memory is derived from the tables
 * and read again after each synchronization; another node's changes show after this node's next one.
 */
@Component
class StoredClientIndex implements ClientIndex {

    private final ClientIndexStore store;
    private final PerAgency<AtomicReference<@Nullable IndexSnapshot>> snapshots;

    StoredClientIndex(ClientIndexStore store) {
        this.store = store;
        this.snapshots = new PerAgency<>(store.agency(), AtomicReference::new);
    }

    /** Reads the tables again. */
    void refresh() {
        snapshots.get().set(new IndexSnapshot(store.load()));
    }

    /** Reads them again unless nobody can be identified yet, which clients from spreadsheets alone do not change. */
    void refreshIfReady() {
        if (ready()) {
            refresh();
        }
    }

    @Override
    public boolean ready() {
        return snapshots.get().get() != null || store.cursor().isPresent();
    }

    @Override
    public List<IndexedClient> byEmail(String address) {
        return current().by(Kind.EMAIL, Stream.of(LookupKeys.email(address)));
    }

    @Override
    public List<IndexedClient> byPhone(String phone) {
        return current().by(Kind.PHONE, Stream.of(LookupKeys.phone(phone)));
    }

    @Override
    public List<IndexedClient> byPolicyNumbers(List<String> numbers) {
        return current().by(Kind.POLICY, numbers.stream().map(LookupKeys::policy));
    }

    @Override
    public List<IndexedClient> namedIn(String text) {
        return current().namedIn(text);
    }

    @Override
    public Optional<IndexedClient> byId(String clientId) {
        return current().byId(clientId);
    }

    private IndexSnapshot current() {
        @Nullable IndexSnapshot known = snapshots.get().get();
        if (known != null) {
            return known;
        }
        IndexSnapshot read = new IndexSnapshot(store.load());
        if (store.cursor().isPresent()) {
            snapshots.get().set(read);
        }
        return read;
    }
}
