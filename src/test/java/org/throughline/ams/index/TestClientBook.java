package org.throughline.ams.index;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;
import org.throughline.ams.ClientBook;
import org.throughline.ams.ClientIndex;
import org.throughline.ams.Policy;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

/** A client book on a database of its own, and the index beside it. */
public final class TestClientBook {

    private final ClientIndexStore store;
    private final StoredClientIndex index;
    private final IndexedClientBook book;
    private final Clock clock;

    public TestClientBook(TestDatabase database, Clock clock) {
        this.clock = clock;
        this.store = new ClientIndexStore(database.jdbc(), TestAgency.PROFILE, clock);
        this.index = new StoredClientIndex(store);
        this.book = new IndexedClientBook(store, index);
    }

    public ClientBook book() {
        return book;
    }

    public ClientIndex index() {
        return index;
    }

    /** What a full synchronization with a system of these clients leaves. */
    public void ams(AmsClient... clients) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TestAgency.PROFILE.timeZone());
        store.replaceAll(
                List.of(clients).stream()
                        .map(client -> IndexRows.row(client.client(), client.policies(today), today))
                        .toList(),
                clock.instant());
        index.refresh();
    }

    /** A business with one contact and one policy. */
    public record AmsClient(String id, String name, String email, String policy) {

        Client client() {
            return new Client(
                    id,
                    name,
                    null,
                    true,
                    false,
                    List.of(new ClientContact("Owner", email, "713-555-0177", true)),
                    null,
                    "TX",
                    "Priya",
                    "Maria");
        }

        List<Policy> policies(LocalDate today) {
            return List.of(new Policy(
                    id + "-1",
                    policy,
                    id,
                    name,
                    List.of("GL"),
                    List.of("TX"),
                    today.minusDays(30),
                    today.plusDays(300),
                    Policy.PolicyStatus.ACTIVE,
                    "Active",
                    "Blue Mesa",
                    null,
                    false,
                    null,
                    null,
                    Map.of(),
                    null,
                    List.of()));
        }
    }
}
