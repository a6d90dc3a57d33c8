package org.throughline.ams.ezlynx;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.ams.AmsChannel;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.vendor.VendorClients;

/** The adapter put together without a container. */
final class EzLynxWiring implements AutoCloseable {

    final EzLynxClassicApi classic;
    final EzLynxPolicyApi search;
    final EzLynxHints hints;
    final EzLynxBook book;
    final EzLynxClients clients;
    final EzLynxPolicies policies;
    final AmsChannel channel;
    private final EzLynxReaders readers;

    EzLynxWiring(EzLynxProperties properties, Clock clock, DocumentContent documents) {
        VendorClients vendors = new VendorClients(new MockEnvironment(), clock);
        EzLynxConfiguration configuration = new EzLynxConfiguration();
        EzLynxGatewaySession session = configuration.ezLynxGatewaySession(vendors, properties, clock);
        classic = configuration.ezLynxClassicApi(vendors, properties, clock);
        search = configuration.ezLynxPolicyApi(vendors, properties, session);
        readers = new EzLynxReaders(properties);
        hints = new EzLynxHints(JdbcClient.create(TestDatabase.migrated().jdbc()), TestAgency.PROFILE, clock);
        book = new EzLynxBook(search, properties, clock);
        clients = new EzLynxClients(classic, new EzLynxChanges(book, hints, classic), readers);
        policies = new EzLynxPolicies(classic, search, book, readers, properties, TestAgency.PROFILE, clock);
        EzLynxDiscussions discussions =
                new EzLynxDiscussions(configuration.ezLynxDiscussionApi(vendors, properties, session));
        channel = new AmsChannel(
                List.of(
                        new EzLynxNotes(discussions),
                        new EzLynxTasks(
                                discussions, new EzLynxUsers(classic, properties, clock), TestAgency.PROFILE, clock),
                        new EzLynxDocuments(configuration.ezLynxDocumentApi(vendors, properties, session), documents)),
                PlannedRow.JSON);
    }

    @Override
    public void close() {
        readers.destroy();
    }

    /** Properties for one address with both surfaces, and two carriers. */
    static EzLynxProperties properties(URI address, Duration readTimeout) {
        return new EzLynxProperties(
                URI.create(address + "/ezlynxapi/api"),
                address,
                "account",
                "p w&d",
                "app secret",
                "agency.user",
                "client",
                "client secret",
                "PolicyApi openid",
                "159",
                "40170",
                List.of(
                        new EzLynxProperties.Carrier("99112", "Blue Mesa Casualty Company", false),
                        new EzLynxProperties.Carrier("99134", "Pinecrest Specialty Insurance Company", true)),
                Map.of("James Tillman (JT)", "jt"),
                2,
                Duration.ofHours(1),
                4,
                10,
                "webhook-token",
                Duration.ofSeconds(5),
                readTimeout,
                Duration.ofMinutes(5));
    }
}
