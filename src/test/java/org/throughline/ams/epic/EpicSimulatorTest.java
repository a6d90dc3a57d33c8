package org.throughline.ams.epic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.client.RestClient;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.sandbox.SimulatorWeb;

/** The adapter against the practice agency's Epic, over HTTP: what each fault leaves behind, and the whole book. */
@SpringBootTest(
        classes = EpicSimulatorTest.Simulator.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.epic.store=jdbc:h2:mem:simulated-epic",
            "throughline.sandbox.epic.slowness=4s",
            "throughline.ams.vendor=epic",
            "throughline.ams.epic.base-url=http://localhost:0/sandbox/epic",
            "throughline.ams.epic.consumer-key=practice-key",
            "throughline.ams.epic.consumer-secret=practice-only",
            "throughline.ams.epic.agency-id=e1000000-0000-4000-8000-000000000001",
            "throughline.ams.epic.branch-id=e2000000-0000-4000-8000-000000000001",
            "throughline.ams.epic.owner=Nora Whitaker",
            "throughline.ams.epic.read-timeout=2500ms",
            "throughline.ams.epic.breaker-wait=10ms",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EpicSimulatorTest extends EpicContract {

    private static final String OKAFOR = "e0000000-0000-4000-8000-000000010001";
    private static final String MARIN = "e0000000-0000-4000-8000-000000010002";
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    private final AmsChannel channel;
    private final EpicClients clients;
    private final EpicPolicies policies;
    private final RestClient sandbox;

    EpicSimulatorTest(AmsChannel channel, EpicClients clients, EpicPolicies policies, @LocalServerPort int port) {
        this.channel = channel;
        this.clients = clients;
        this.policies = policies;
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/epic");
    }

    /** The simulator and the adapter, and no more of the application. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.throughline.sandbox.epic", "org.throughline.sandbox.vendor", "org.throughline.ams.epic"})
    @ConfigurationPropertiesScan({"org.throughline.sandbox.epic", "org.throughline.ams.epic"})
    @Import({VendorClients.class, AmsChannel.class})
    @SimulatorWeb
    static class Simulator {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        AgencyProfile agencyProfile() {
            return EpicWireTest.agency();
        }

        @Bean
        DocumentContent documentContent() {
            return id -> new DocumentContent.Content("certificate.pdf", "application/pdf", PDF);
        }
    }

    @Override
    AmsChannel channel() {
        return channel;
    }

    @Override
    EpicClients clients() {
        return clients;
    }

    @Override
    EpicPolicies policies() {
        return policies;
    }

    @Override
    String clientId() {
        return MARIN;
    }

    @Override
    Instant planned() {
        return NOW;
    }

    @AfterEach
    void mend() {
        fault("none");
    }

    @Test
    void readsTheWholeBook() {
        List<Client> all = clients.changedSince(null);

        assertThat(all).hasSize(93);
        assertThat(policies.headersOfClients(all.stream().map(Client::id).toList()))
                .filteredOn(policy -> !policy.number().isEmpty())
                .hasSize(122)
                .allSatisfy(policy -> {
                    assertThat(policy.lines()).isNotEmpty();
                    assertThat(policy.states()).isNotEmpty();
                    assertThat(policy.status()).isNotEqualTo(PolicyStatus.UNKNOWN);
                    assertThat(policy.carrierName()).isNotBlank();
                });
        assertThat(all).allSatisfy(client -> assertThat(client.displayName()).isNotBlank());
        assertThat(all).anySatisfy(client -> assertThat(client.prospect()).isTrue());
        assertThat(all).filteredOn(client -> !client.commercial()).hasSize(48);
    }

    @Test
    void readsAClientWithWhoMayAskInItsName() {
        Client marin = clients.find(MARIN).orElseThrow();

        assertThat(marin.displayName()).isEqualTo("Marin Framing LLC");
        assertThat(marin.commercial()).isTrue();
        assertThat(marin.state()).isEqualTo("TX");
        assertThat(marin.contacts())
                .containsExactlyInAnyOrder(
                        new Client.ClientContact("Luis Marin", "lmarin@marinframing.example", "+15125550164", true),
                        new Client.ClientContact("Yolanda Marin", "books@marinframing.example", "+15125550165", false));
    }

    @Test
    void readsPoliciesAsFarAsTheVendorTells() {
        Policy liability = policy(MARIN, "BMC-GL-0513370");
        assertThat(liability.lines()).containsExactly("GL");
        assertThat(liability.effective()).isEqualTo(LocalDate.of(2026, 8, 23));
        assertThat(liability.status()).isEqualTo(PolicyStatus.ACTIVE);
        assertThat(liability.rawStatus()).isEqualTo("Active");
        assertThat(liability.namedInsured()).isEqualTo("Marin Framing LLC");
        assertThat(liability.carrierName()).isEqualTo("Blue Mesa Casualty Company");
        assertThat(liability.naic()).isNull();
        Policy ending = policy("e0000000-0000-4000-8000-000000010023", "CLI-CA-400981");
        assertThat(ending.status()).isEqualTo(PolicyStatus.PENDING_CANCEL);
        assertThat(ending.cancellationDate()).isEqualTo("2026-11-24");
        Policy surplus = policy("e0000000-0000-4000-8000-000000010015", "PCS-ES-70031");
        assertThat(surplus.surplusLines()).isTrue();
    }

    @Test
    void countsAClientAsChangedWhenAPolicyOfItChanged() {
        String token = token();
        JsonNode first = call(token, "/epic/policy/v2/policies?policyNumber=BMC-GL-0448213");
        JsonNode policy = first.at("/_embedded/policies/0");
        assertThat(post(
                        token,
                        "/epic/policy/v2/policies",
                        Map.of(
                                "description", "Quote",
                                "effectiveOn", "2027-01-01",
                                "expirationOn", "2028-01-01",
                                "policyType", policy.path("policyType").asText(),
                                "client", OKAFOR)))
                .isEqualTo(201);

        assertThat(clients.changedSince(NOW.minusSeconds(60)))
                .extracting(Client::id)
                .contains(OKAFOR)
                .doesNotContain(MARIN);
        Policy quote = policy(OKAFOR, "");
        assertThat(quote.status()).isEqualTo(PolicyStatus.PROSPECT_QUOTE);
        assertThat(quote.lines()).containsExactly("GL");
    }

    @ParameterizedTest
    @EnumSource(
            value = WriteKind.class,
            names = {"AMS_NOTE", "AMS_TASK", "AMS_DOCUMENT"})
    void leavesOneWholeEffectWithOurReference(WriteKind kind) {
        OutboundWrite write = write(kind);

        channel.perform(write);

        oneWholeEffect(write);
    }

    @ParameterizedTest
    @CsvSource({
        "500-after-effect, AMS_NOTE",
        "500-after-effect, AMS_TASK",
        "500-after-effect, AMS_DOCUMENT",
        "half-written, AMS_NOTE",
        "half-written, AMS_TASK",
        "half-written, AMS_DOCUMENT",
        "malformed, AMS_NOTE",
        "wrong-content-type, AMS_TASK",
        "down, AMS_NOTE",
        "down, AMS_TASK",
        "down, AMS_DOCUMENT"
    })
    void leavesOneWholeEffectAfterAFault(String mode, WriteKind kind) {
        OutboundWrite write = write(kind);
        fault(mode);
        for (int attempt = 0; attempt < 3; attempt++) {
            tryOnce(write);
        }
        fault("none");

        carryOut(write);

        oneWholeEffect(write);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "malformed", "wrong-content-type"})
    void findsAnEffectWhoseAnswerWasLost(String mode) {
        OutboundWrite write = write(WriteKind.AMS_NOTE);
        assertThat(channel.find(write)).isEmpty();
        channel.find(write(WriteKind.AMS_DOCUMENT));
        OutboundWrite warm = write(WriteKind.AMS_NOTE);
        channel.perform(warm);
        fault("500-after-effect");
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        fault(mode);
        assertThatThrownBy(() -> channel.find(write)).isInstanceOf(VendorUnavailable.class);
        fault("none");

        assertThat(channel.find(write)).isPresent();
        oneWholeEffect(write);
    }

    @Test
    void sendsTheFileOfARecordWhoseFirstFileCameHalf() {
        OutboundWrite write = write(WriteKind.AMS_DOCUMENT);
        fault("500-after-effect");
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        assertThat(channel.find(write)).isEmpty();
        fault("half-written");
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        fault("none");
        assertThat(channel.find(write)).isEmpty();

        carryOut(write);

        oneWholeEffect(write);
    }

    @Test
    void attachesToAPolicyAndFindsItThere() {
        String policyId = policy(MARIN, "BMC-GL-0513370").id();
        OutboundWrite document =
                write(WriteKind.AMS_DOCUMENT, new AmsDocumentPayload(MARIN, policyId, "d", "certificate.pdf"));
        OutboundWrite note = write(WriteKind.AMS_NOTE, new AmsNotePayload(MARIN, policyId, "Issued", ""));
        carryOut(document);
        carryOut(note);

        String token = token();
        JsonNode found = call(
                token,
                "/epic/attachment/v2/attachments?policy=" + policyId + "&description_contains=" + document.reference());
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(sandbox.get()
                        .uri(URI.create(
                                found.at("/_embedded/attachments/0/file/url").asText()))
                        .retrieve()
                        .body(byte[].class))
                .isEqualTo(PDF);
        assertThat(call(
                                token,
                                "/workflow-management/v1/clients/" + MARIN
                                        + "/activities?status=CLOSED&associatedPolicyId=" + policyId)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "malformed", "wrong-content-type", "slow"})
    void callsTheVendorUnavailable(String mode) {
        fault(mode);
        assertThatThrownBy(() -> clients.find(OKAFOR)).isInstanceOf(VendorUnavailable.class);
        fault("none");
        assertThat(clients.find(OKAFOR)).isPresent();
    }

    @Test
    void logsInAgainWhenTheLoginIsStale() {
        assertThat(clients.find(OKAFOR)).isPresent();
        fault("stale-token");
        for (int call = 0; call < 12; call++) {
            assertThat(clients.find(OKAFOR)).isPresent();
        }
    }

    @Test
    void waitsAsLongAsTheVendorAsksAndThenGoesOn() {
        OutboundWrite write = write(WriteKind.AMS_NOTE);
        fault("429");
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorBusy.class);
        fault("none");
        assertThatThrownBy(() -> channel.perform(write))
                .isInstanceOf(VendorBusy.class)
                .hasMessageContaining("was not called");

        await().ignoreExceptionsInstanceOf(VendorBusy.class)
                .until(() -> channel.find(write).isEmpty());
        carryOut(write);

        oneWholeEffect(write);
    }

    @Test
    void tellsARefusalFromAFailure() {
        OutboundWrite nobody = write(
                WriteKind.AMS_DOCUMENT,
                new AmsDocumentPayload("00000000-0000-4000-8000-00000000abcd", null, "d", "certificate.pdf"));

        assertThatThrownBy(() -> channel.perform(nobody))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("attachTo is no ACCOUNT that is known");
        assertThat(effects(nobody)).isEmpty();
    }

    private Policy policy(String client, String number) {
        return policies.ofClient(client).stream()
                .filter(policy -> policy.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void tryOnce(OutboundWrite write) {
        try {
            carryOut(write);
        } catch (VendorUnavailable expected) {
            assertThat(expected).isNotNull();
        }
    }

    private void carryOut(OutboundWrite write) {
        Optional<String> found = channel.find(write);
        String id = found.orElseGet(
                () -> Objects.requireNonNull(channel.perform(write).remoteReference()));
        assertThat(channel.find(write)).contains(id);
    }

    private void oneWholeEffect(OutboundWrite write) {
        assertThat(effects(write)).singleElement().satisfies(effect -> {
            assertThat(effect.path("complete").asBoolean()).isTrue();
            assertThat(effect.path("operation").asText())
                    .isEqualTo(write.kind().name().substring("AMS_".length()));
        });
    }

    private void fault(String mode) {
        sandbox.put().uri("/_fault").body(Map.of("mode", mode)).retrieve().toBodilessEntity();
    }

    private String token() {
        JsonNode token = sandbox.post()
                .uri("/v1/auth/connect/token")
                .headers(headers -> headers.setBasicAuth("practice-key", "practice-only"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("grant_type=client_credentials&audience=api.myappliedproducts.com/epic")
                .retrieve()
                .body(JsonNode.class);
        return Objects.requireNonNull(token).path("access_token").asText();
    }

    private JsonNode call(String token, String path) {
        return Objects.requireNonNull(sandbox.get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .body(JsonNode.class));
    }

    private int post(String token, String path, Map<String, Object> body) {
        return sandbox.post()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .body(body)
                .exchange((request, response) -> response.getStatusCode().value());
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
