package org.throughline.ams.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;
import org.throughline.ams.ClientBook.Contact;
import org.throughline.ams.ClientBook.Entry;
import org.throughline.ams.ClientBook.Source;
import org.throughline.ams.ClientIndex.IndexedClient;
import org.throughline.ams.ClientIndex.IndexedContact;
import org.throughline.ams.ClientIndex.IndexedPolicy;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.PolicyChange;
import org.throughline.ams.PolicyChange.Seen;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.platform.vendor.VendorUnavailable;

/** The client index on a real schema, in step with a system that a test holds in its hands. */
class ClientIndexTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    private final FakeAms ams = new FakeAms();
    private final TestDatabase database = TestDatabase.migrated();
    private final ClientIndexStore store =
            new ClientIndexStore(database.jdbc(), TestAgency.PROFILE, Clock.fixed(NOW, ZoneOffset.UTC));
    private final StoredClientIndex index = new StoredClientIndex(store);
    private final AmsProperties properties = new AmsProperties(
            Duration.ofMinutes(1), Duration.ofSeconds(3), Duration.ofHours(12), Duration.ofMinutes(30));
    private final List<PolicyChange> noticed = new ArrayList<>();
    private final ClientIndexSync sync = sync(NOW);

    @BeforeEach
    void fill() {
        ams.client("11890", "Ridgeway Landscaping LLC", "Ridgeway Landscaping", true, "curtis@ridgeway.example");
        ams.client("10442", "Ridgeway Landscape", null, true, "curtis@ridgeway.example");
        ams.client("10002", "Marin Framing LLC", null, true, "lmarin@marinframing.example");
        ams.client("30104", "Marin Framing & Drywall Inc", null, true, "office@mfd.example");
        ams.client("20001", "Jerome Watts and Alicia Watts", null, false, "jwatts@mail.example");
        ams.policy("11890", "BMC-GL-0377120", PolicyStatus.ACTIVE);
        ams.policy("10442", "BMC-GL-0291166", PolicyStatus.EXPIRED);
        ams.policy("10002", "BMC-GL-0513370", PolicyStatus.ACTIVE);
        ams.policy("30104", "BMC-GL-0531370", PolicyStatus.ACTIVE);
        ams.policy("20001", "SRM-PA-7118823", PolicyStatus.ACTIVE);
    }

    @Test
    void knowsNobodyBeforeTheFirstSynchronization() {
        assertThat(index.ready()).isFalse();
        assertThat(index.byEmail("curtis@ridgeway.example")).isEmpty();
        ams.down = true;
        assertThatThrownBy(sync::run).isInstanceOf(VendorUnavailable.class);
        assertThat(index.ready()).isFalse();

        ams.down = false;
        assertThat(sync.run()).isEqualTo(5);
        assertThat(index.ready()).isTrue();
    }

    @Test
    void putsTheClientWithPoliciesInForceFirst() {
        sync.run();

        assertThat(ids(index.byEmail("Curtis@Ridgeway.example "))).containsExactly("11890", "10442");
        assertThat(ids(index.byPhone("+1 (843) 555-0156"))).hasSize(5).endsWith("10442");
        assertThat(ids(index.byPolicyNumbers(List.of("bmcgl0513370", "BMC GL 0377120"))))
                .containsExactlyInAnyOrder("10002", "11890");
    }

    @Test
    void findsNamesInATextAsPeopleWriteThem() {
        sync.run();

        assertThat(ids(index.namedIn("Deficiency notice: RIDGEWAY LANDSCAPING (vendor 30991)")))
                .containsExactly("11890");
        assertThat(ids(index.namedIn("Insured: Marin Framing and Drywall, Inc.")))
                .containsExactly("30104");
        assertThat(ids(index.namedIn("for Marin Framing, LLC please"))).containsExactly("10002");
        assertThat(ids(index.namedIn("This is Alicia Watts."))).containsExactly("20001");
        assertThat(ids(index.namedIn("Ridgeway Landscape, formerly; now Ridgeway Landscaping")))
                .containsExactly("11890", "10442");
        assertThat(index.namedIn("Ridgewayland scaping and Marinframing")).isEmpty();
    }

    @Test
    void givesBackWhatItWasFilledWith() {
        sync.run();

        IndexedClient client = index.byId("11890").orElseThrow();
        assertThat(client.name()).isEqualTo("Ridgeway Landscaping LLC");
        assertThat(client.state()).isEqualTo("SC");
        assertThat(client.contacts())
                .containsExactly(
                        new IndexedContact("Contact of 11890", "curtis@ridgeway.example", "843-555-0156", true));
        assertThat(client.policies())
                .containsExactly(new IndexedPolicy("BMC-GL-0377120", List.of("GL"), "SC", true, false));
    }

    @Test
    void survivesARestartWithoutTheSystem() {
        sync.run();
        ams.down = true;

        StoredClientIndex restarted = new StoredClientIndex(store);
        assertThat(restarted.ready()).isTrue();
        assertThat(ids(restarted.byEmail("curtis@ridgeway.example"))).containsExactly("11890", "10442");
    }

    @Test
    void takesOverChangesAndForgetsTheGone() {
        sync.run();
        ams.changes = List.of("10002");
        ams.client("10002", "Marin Framing & Sons LLC", null, true, "new@marinframing.example");

        assertThat(sync.run()).isEqualTo(1);
        assertThat(ams.askedSince).isEqualTo(NOW.minus(Duration.ofMinutes(30)));
        assertThat(ids(index.byEmail("new@marinframing.example"))).containsExactly("10002");
        assertThat(index.byEmail("lmarin@marinframing.example")).isEmpty();

        ams.clients.remove("20001");
        assertThat(sync(NOW.plus(Duration.ofHours(13))).run()).isEqualTo(4);
        assertThat(index.byId("20001")).isEmpty();
    }

    @Test
    void noticesPoliciesThatChanged() {
        sync.run();
        assertThat(noticed).as("nothing is a change the first time").isEmpty();

        ams.changes = List.of("10002", "11890");
        ams.policies.removeIf(
                policy -> policy.clientId().equals("10002") || policy.clientId().equals("11890"));
        ams.policy("10002", "BMC-GL-0513370", PolicyStatus.CANCELLED);
        ams.policy("10002", "BMC-AU-0000001", PolicyStatus.ACTIVE);
        sync.run();

        Seen active = new Seen(PolicyStatus.ACTIVE, LocalDate.of(2026, 6, 1), LocalDate.of(2027, 6, 1), null);
        Seen cancelled = new Seen(PolicyStatus.CANCELLED, active.effective(), active.expiration(), null);
        assertThat(noticed)
                .containsExactlyInAnyOrder(
                        new PolicyChange("10002", "BMC-GL-0513370", active, cancelled),
                        new PolicyChange("11890", "BMC-GL-0377120", active, null));

        noticed.clear();
        sync.run();
        sync(NOW.plus(Duration.ofHours(13))).run();
        assertThat(noticed).as("told once").isEmpty();
    }

    @Test
    void tellsAgainWhereNobodyCouldBeTold() {
        sync.run();
        PolicyWatch deaf = new PolicyWatch(
                database.jdbc(),
                List.of(changes -> {
                    throw new IllegalStateException("deaf");
                }),
                TestAgency.PROFILE);
        List<Policy> none = List.of();

        assertThatThrownBy(
                        () -> database.transaction().executeWithoutResult(status -> deaf.look(List.of("10002"), none)))
                .hasMessage("deaf");
        new PolicyWatch(database.jdbc(), List.of(noticed::addAll), TestAgency.PROFILE).look(List.of("10002"), none);

        assertThat(noticed).extracting(PolicyChange::number).containsExactly("BMC-GL-0513370");
    }

    @Test
    void showsWhatAnotherNodeTookFromASpreadsheet() {
        otherNode(NOW).put(List.of(kestrel()));
        assertThat(index.ready())
                .as("a spreadsheet does not stand for the system")
                .isFalse();
        sync.run();
        assertThat(ids(index.byEmail("office@kestrel.example"))).containsExactly("SHEET-K-1");

        otherNode(NOW.plusSeconds(5)).remove("SHEET-K-1");
        ams.changes = List.of();
        sync.run();
        assertThat(index.byEmail("office@kestrel.example")).isEmpty();
    }

    @Test
    void showsWhatAnotherNodeTookFromTheSystem() {
        sync.run();
        ams.client("50001", "Otero Plumbing LLC", null, true, "office@otero.example");
        sync(NOW.plusSeconds(60), new StoredClientIndex(store)).run();
        ams.changes = List.of();

        sync.run();

        assertThat(ids(index.byEmail("office@otero.example"))).containsExactly("50001");
    }

    private IndexedClientBook otherNode(Instant at) {
        ClientIndexStore tables =
                new ClientIndexStore(database.jdbc(), TestAgency.PROFILE, Clock.fixed(at, ZoneOffset.UTC));
        return new IndexedClientBook(tables, new StoredClientIndex(tables));
    }

    private static Entry kestrel() {
        return new Entry(
                SpreadsheetIds.ofNumber("K-1"),
                Source.SPREADSHEET,
                "Kestrel Roofing LLC",
                null,
                true,
                "TX",
                null,
                null,
                List.of(new Contact("Kay", "office@kestrel.example", "", false)),
                List.of());
    }

    private ClientIndexSync sync(Instant at) {
        return sync(at, index);
    }

    private ClientIndexSync sync(Instant at, StoredClientIndex inMemory) {
        return new ClientIndexSync(
                ams,
                ams,
                store,
                inMemory,
                new PolicyWatch(database.jdbc(), List.of(noticed::addAll), TestAgency.PROFILE),
                properties,
                TestAgency.PROFILE,
                Clock.fixed(at, ZoneId.of("UTC")));
    }

    private static List<String> ids(List<IndexedClient> clients) {
        return clients.stream().map(IndexedClient::clientId).toList();
    }

    /** An agency management system in two maps. */
    private static final class FakeAms implements AmsClients, AmsPolicies {
        private final Map<String, Client> clients = new LinkedHashMap<>();
        private final List<Policy> policies = new ArrayList<>();
        private List<String> changes = List.of();
        private @Nullable Instant askedSince;
        private boolean down;

        void client(String id, String name, @Nullable String dba, boolean commercial, String email) {
            ClientContact contact = new ClientContact("Contact of " + id, email, "843-555-0156", true);
            clients.put(id, new Client(id, name, dba, commercial, false, List.of(contact), null, "SC", null, null));
        }

        void policy(String clientId, String number, PolicyStatus status) {
            policies.add(new Policy(
                    "id of " + number,
                    number,
                    clientId,
                    "Named",
                    List.of("GL"),
                    List.of("SC"),
                    LocalDate.of(2026, 6, 1),
                    LocalDate.of(2027, 6, 1),
                    status,
                    status.name(),
                    "Carrier",
                    null,
                    false,
                    null,
                    null,
                    Map.of(),
                    null,
                    List.of()));
        }

        @Override
        public Optional<Client> find(String clientId) {
            return Optional.ofNullable(clients.get(clientId));
        }

        @Override
        public List<Client> changedSince(@Nullable Instant since) {
            if (down) {
                throw new VendorUnavailable("down");
            }
            askedSince = since;
            Stream<Client> all = clients.values().stream();
            return since == null
                    ? all.toList()
                    : all.filter(client -> changes.contains(client.id())).toList();
        }

        @Override
        public List<Policy> ofClient(String clientId) {
            return headersOfClients(List.of(clientId));
        }

        @Override
        public List<Policy> headersOfClients(List<String> clientIds) {
            return policies.stream()
                    .filter(policy -> clientIds.contains(policy.clientId()))
                    .toList();
        }
    }
}
