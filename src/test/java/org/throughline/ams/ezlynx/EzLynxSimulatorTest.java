package org.throughline.ams.ezlynx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.ams.connection.NoticeController;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.sandbox.SimulatorWeb;

/** The adapter against the practice agency's EZLynx, over HTTP: what each fault leaves behind, and the whole book. */
@EzLynxSimulation
class EzLynxSimulatorTest extends EzLynxContract {

    private static final String OKAFOR = "25410001";
    private static final String MARIN = "25410002";
    private static final String OLD_HARBOR = "25430117";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final AmsChannel channel;
    private final EzLynxClients clients;
    private final EzLynxPolicies policies;
    private final RestClient sandbox;

    EzLynxSimulatorTest(AmsChannel channel, EzLynxClients clients, EzLynxPolicies policies, @LocalServerPort int port) {
        this.channel = channel;
        this.clients = clients;
        this.policies = policies;
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/ezlynx");
    }

    /** The simulator and the adapter, and no more of the application; in here, so that no whole application finds it. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.throughline.sandbox.ezlynx", "org.throughline.sandbox.vendor", "org.throughline.ams.ezlynx"})
    @ConfigurationPropertiesScan({"org.throughline.sandbox.ezlynx", "org.throughline.ams.ezlynx"})
    @Import({VendorClients.class, AmsChannel.class})
    @SimulatorWeb
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-23T18:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        NoticeController notices(EzLynxNotices notices) {
            return new NoticeController(() -> Map.of(TestAgency.PROFILE, notices));
        }

        @Bean
        AgencyProfile agencyProfile() {
            return TestAgency.PROFILE;
        }

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.migrated().jdbc());
        }

        @Bean
        DocumentContent documentContent() {
            return id -> new DocumentContent.Content(
                    "certificate.pdf", "application/pdf", DOCUMENT.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    AmsClients clients() {
        return clients;
    }

    @Override
    AmsPolicies policies() {
        return policies;
    }

    @Override
    AmsChannel channel() {
        return channel;
    }

    @Override
    String applicantId() {
        return MARIN;
    }

    @Override
    String freshRequest() {
        return String.format("SR-2026-%06d", NUMBERS.incrementAndGet());
    }

    @AfterEach
    void mend() {
        fault("none");
    }

    @Test
    void readsTheWholeBookAndWhoeverIsOnlyHintedAt() {
        event("ApplicantUpdated", OLD_HARBOR, "json");

        List<Client> all = clients.changedSince(null);

        assertThat(all).hasSize(93);
        assertThat(all).extracting(Client::id).contains(OLD_HARBOR);
        assertThat(all).allSatisfy(client -> assertThat(client.displayName()).isNotBlank());
        assertThat(policies.headersOfClients(all.stream().map(Client::id).toList()))
                .filteredOn(policy -> !policy.number().startsWith("NEW-"))
                .hasSize(122)
                .allSatisfy(policy -> {
                    assertThat(policy.lines()).isNotEmpty();
                    assertThat(policy.states()).isNotEmpty();
                    assertThat(policy.status()).isNotEqualTo(Policy.PolicyStatus.UNKNOWN);
                });
    }

    @Test
    void hintsMakeAnApplicantCountAsChangedUntilTheCallerHasKeptIt() {
        clients.changedSince(null);
        Instant before = Instant.parse("2026-11-23T17:00:00Z");
        event("PolicyUpdated", OKAFOR, "xml");
        event("CarrierUpdated", MARIN, "json");

        assertThat(clients.changedSince(before))
                .extracting(Client::id)
                .contains(OKAFOR)
                .doesNotContain(MARIN);
        assertThat(clients.changedSince(before)).extracting(Client::id).contains(OKAFOR);
        assertThat(clients.changedSince(before.plusSeconds(60))).isEmpty();
    }

    @Test
    void readsAClientWithWhoMayAskInItsName() {
        Client marin = clients.find(MARIN).orElseThrow();

        assertThat(marin.displayName()).isEqualTo("Marin Framing LLC");
        assertThat(marin.commercial()).isTrue();
        assertThat(marin.prospect()).isFalse();
        assertThat(marin.state()).isEqualTo("TX");
        assertThat(marin.contacts())
                .containsExactlyInAnyOrder(
                        new Client.ClientContact("Luis Marin", "lmarin@marinframing.example", "512-555-0164", true),
                        new Client.ClientContact("Yolanda Marin", "books@marinframing.example", "512-555-0165", false));
    }

    @Test
    void readsAPolicy() {
        Policy liability = policies.ofClient(MARIN).stream()
                .filter(policy -> policy.number().equals("BMC-GL-0513370"))
                .findFirst()
                .orElseThrow();

        assertThat(liability.lines()).containsExactly("GL");
        assertThat(liability.states()).containsExactly("TX");
        assertThat(liability.effective()).isEqualTo(LocalDate.of(2026, 8, 23));
        assertThat(liability.expiration()).isEqualTo(LocalDate.of(2027, 8, 23));
        assertThat(liability.status()).isEqualTo(Policy.PolicyStatus.ACTIVE);
        assertThat(liability.rawStatus()).isEqualTo("Active");
        assertThat(liability.namedInsured()).isEqualTo("Marin Framing LLC");
        assertThat(liability.naic()).isEqualTo("99112");
        assertThat(liability.carrierName()).isEqualTo("Blue Mesa Casualty Company");
    }

    @ParameterizedTest
    @CsvSource({
        "500-after-effect, AMS_NOTE",
        "500-after-effect, AMS_TASK",
        "500-after-effect, AMS_DOCUMENT",
        "half-written, AMS_NOTE",
        "half-written, AMS_TASK",
        "half-written, AMS_DOCUMENT",
        "down, AMS_NOTE",
        "down, AMS_TASK",
        "down, AMS_DOCUMENT",
        "429, AMS_NOTE",
        "429, AMS_TASK",
        "429, AMS_DOCUMENT",
        "malformed, AMS_NOTE",
        "malformed, AMS_TASK",
        "malformed, AMS_DOCUMENT",
        "wrong-content-type, AMS_NOTE",
        "wrong-content-type, AMS_TASK",
        "wrong-content-type, AMS_DOCUMENT",
        "slow, AMS_NOTE",
        "slow, AMS_TASK",
        "slow, AMS_DOCUMENT"
    })
    void leavesOneWholeEffectAfterEachFault(String mode, WriteKind kind) {
        recovers(mode, write(kind, freshRequest(), 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"AMS_NOTE", "AMS_TASK"})
    void leavesOneWholeEffectInADiscussionThatIsThere(WriteKind kind) {
        String request = freshRequest();
        channel.perform(write(WriteKind.AMS_NOTE, request, 1));

        recovers("half-written", write(kind, request, 2));
        recovers("500-after-effect", write(kind, request, 3));
    }

    private void recovers(String mode, OutboundWrite write) {
        fault(mode);
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        fault("none");

        String id = await().ignoreExceptionsInstanceOf(VendorBusy.class)
                .until(
                        () -> channel.find(write)
                                .orElseGet(() -> Objects.requireNonNull(
                                        channel.perform(write).remoteReference())),
                        Objects::nonNull);

        assertThat(channel.find(write)).contains(id);
        assertThat(effects(write))
                .filteredOn(effect -> effect.path("complete").asBoolean())
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.path("id").asText()).isEqualTo(id);
                    assertThat(effect.path("operation").asText())
                            .isEqualTo(write.kind().name().substring("AMS_".length()));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "429", "malformed", "wrong-content-type", "slow"})
    void callsTheVendorUnavailable(String mode) {
        fault(mode);
        assertThatThrownBy(() -> clients.find(OKAFOR)).isInstanceOf(VendorUnavailable.class);
        fault("none");
        await().ignoreExceptionsInstanceOf(VendorBusy.class)
                .untilAsserted(() -> assertThat(clients.find(OKAFOR)).isPresent());
    }

    @Test
    void logsInAgainWhenALoginIsStale() {
        fault("stale-token");
        for (int call = 0; call < 12; call++) {
            assertThat(policies.ofClient(OKAFOR)).isNotEmpty();
        }
    }

    @Test
    void tellsARefusalFromAFailure() {
        OutboundWrite write =
                PlannedRow.of(freshRequest() + "-1", WriteKind.AMS_NOTE, new AmsNotePayload("1", null, "S", "T"));

        assertThatThrownBy(() -> channel.perform(write))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("no applicant");
        assertThat(effects(write)).isEmpty();
    }

    private void event(String event, String applicantId, String format) {
        JsonNode answer = sandbox.post()
                .uri("/_event")
                .body(Map.of("event", event, "applicantId", Long.parseLong(applicantId), "format", format))
                .retrieve()
                .body(JsonNode.class);
        assertThat(answer).isNotNull();
        assertThat(answer.path("deliveries").toString()).isEqualTo("[200,200]");
    }

    private void fault(String mode) {
        sandbox.put().uri("/_fault").body(Map.of("mode", mode)).retrieve().toBodilessEntity();
    }

    private List<JsonNode> effects(OutboundWrite write) {
        JsonNode state = sandbox.get().uri("/_state").retrieve().body(JsonNode.class);
        assertThat(state).isNotNull();
        List<JsonNode> effects = new ArrayList<>();
        state.path("writes").forEach(effect -> {
            if (effect.path("reference").asText().equals(write.reference())) {
                effects.add(effect);
            }
        });
        return effects;
    }
}
