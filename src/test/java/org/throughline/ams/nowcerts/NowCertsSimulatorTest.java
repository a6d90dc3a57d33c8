package org.throughline.ams.nowcerts;

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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
import org.throughline.ams.AmsCertificatePayload;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.TestAgency;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.sandbox.SimulatorWeb;

/** The adapter against the practice agency's NowCerts, over HTTP: what each fault leaves behind, and the whole book. */
@SpringBootTest(
        classes = NowCertsSimulatorTest.Simulator.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.nowcerts.store=jdbc:h2:mem:simulated-nowcerts",
            "throughline.sandbox.nowcerts.slowness=4s",
            "throughline.ams.nowcerts.base-url=http://localhost:0/sandbox/nowcerts/api",
            "throughline.ams.nowcerts.username=throughline@harborline.example",
            "throughline.ams.nowcerts.password=practice-only",
            "throughline.ams.nowcerts.read-timeout=2500ms",
            "throughline.ams.nowcerts.breaker-wait=10ms",
            "spring.servlet.multipart.enabled=false",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class NowCertsSimulatorTest {

    private static final String OKAFOR = "a0000000-0000-4000-8000-000000010001";
    private static final String MARIN = "a0000000-0000-4000-8000-000000010002";
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final byte[] PDF = "%PDF-1.7 a certificate of some length".getBytes(StandardCharsets.US_ASCII);

    private final AmsChannel channel;
    private final NowCertsClients clients;
    private final NowCertsPolicies policies;
    private final RestClient sandbox;

    NowCertsSimulatorTest(
            AmsChannel channel, NowCertsClients clients, NowCertsPolicies policies, @LocalServerPort int port) {
        this.channel = channel;
        this.clients = clients;
        this.policies = policies;
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/nowcerts");
    }

    /** The simulator and the adapter, and no more of the application. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.throughline.sandbox.nowcerts", "org.throughline.sandbox.vendor", "org.throughline.ams.nowcerts"
    })
    @ConfigurationPropertiesScan({"org.throughline.sandbox.nowcerts", "org.throughline.ams.nowcerts"})
    @Import({VendorClients.class, AmsChannel.class})
    @SimulatorWeb
    static class Simulator {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-23T18:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        AgencyProfile agencyProfile() {
            return TestAgency.PROFILE;
        }

        @Bean
        DocumentContent documentContent() {
            return id -> new DocumentContent.Content("certificate.pdf", "application/pdf", PDF);
        }
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
                .hasSize(122)
                .allSatisfy(policy -> {
                    assertThat(policy.lines()).isNotEmpty();
                    assertThat(policy.states()).isNotEmpty();
                });
        assertThat(all).allSatisfy(client -> assertThat(client.displayName()).isNotBlank());
    }

    @Test
    void readsAClientWithWhoMayAskInItsName() {
        Client marin = clients.find(MARIN).orElseThrow();

        assertThat(marin.displayName()).isEqualTo("Marin Framing LLC");
        assertThat(marin.commercial()).isTrue();
        assertThat(marin.state()).isEqualTo("TX");
        assertThat(marin.contacts())
                .containsExactlyInAnyOrder(
                        new Client.ClientContact("Luis Marin", "lmarin@marinframing.example", "512-555-0164", true),
                        new Client.ClientContact("Yolanda Marin", "books@marinframing.example", "512-555-0165", false));
        assertThat(clients.find("a0000000-0000-4000-8000-000000099999")).isEmpty();
    }

    @Test
    void readsPoliciesWithLimitsAndForms() {
        Policy liability = marinPolicy("BMC-GL-0513370");
        assertThat(liability.effective()).isEqualTo(LocalDate.of(2026, 8, 23));
        assertThat(liability.expiration()).isEqualTo(LocalDate.of(2027, 8, 23));
        assertThat(liability.status()).isEqualTo(Policy.PolicyStatus.ACTIVE);
        assertThat(liability.naic()).isEqualTo("99112");
        assertThat(liability.limits().get("GL"))
                .containsEntry("eachOccurrence", "1000000")
                .containsEntry("generalAggregate", "2000000")
                .containsEntry("aggregateAppliesPer", "PROJECT")
                .containsEntry("occurrenceForm", "true");
        assertThat(liability.forms())
                .contains(
                        new Policy.PolicyForm("CG 00 01", "04 13", "GL", "BASE", false, false, List.of()),
                        new Policy.PolicyForm(
                                "CG 20 10", "04 13", "GL", "ADDITIONAL_INSURED_ONGOING", true, true, List.of()));
        assertThat(marinPolicy("BMC-CA-0513371").limits().get("AUTO"))
                .containsEntry("combinedSingleLimit", "1000000")
                .containsEntry("symbols", "1");
        assertThat(marinPolicy("BMC-WC-0513372").limits().get("WC"))
                .containsEntry("statutory", "true")
                .containsEntry("excludedPersons", "Luis Marin");
        assertThat(marinPolicy("BMC-CU-0513373").limits().get("UMBRELLA"))
                .containsEntry("eachOccurrence", "2000000")
                .containsEntry("followForm", "true");
    }

    @ParameterizedTest
    @EnumSource(names = {"AMS_NOTE", "AMS_TASK", "AMS_DOCUMENT", "AMS_CERTIFICATE"})
    void writesOnceAndFindsItAgain(WriteKind kind) {
        OutboundWrite write = write(kind);

        assertThat(channel.find(write)).isEmpty();
        String id = Objects.requireNonNull(channel.perform(write).remoteReference());

        assertThat(channel.find(write)).contains(id);
        assertThat(effects(write)).singleElement().satisfies(effect -> {
            assertThat(effect.path("complete").asBoolean()).isTrue();
            assertThat(effect.path("operation").asText()).isEqualTo(kind.name().substring("AMS_".length()));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"AMS_NOTE", "AMS_TASK", "AMS_DOCUMENT", "AMS_CERTIFICATE"})
    void leavesOneEffectWhenTheAnswerIsAnError(WriteKind kind) {
        carriedOutUnder("500-after-effect", kind);
    }

    @ParameterizedTest
    @EnumSource(names = {"AMS_NOTE", "AMS_TASK", "AMS_DOCUMENT", "AMS_CERTIFICATE"})
    void leavesOneWholeEffectWhenTheVendorKeptHalf(WriteKind kind) {
        OutboundWrite write = carriedOutUnder("half-written", kind);

        if (kind != WriteKind.AMS_TASK) {
            assertThat(effects(write))
                    .singleElement()
                    .satisfies(effect ->
                            assertThat(effect.path("complete").asBoolean()).isTrue());
        }
    }

    @Test
    void leavesOneEffectWhenTheAnswerComesTooLate() {
        OutboundWrite write = write(WriteKind.AMS_NOTE);
        fault("slow");
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        fault("none");

        assertThat(channel.find(write)).isPresent();
        assertThat(effects(write)).hasSize(1);
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
    void logsInAgainWhenTheLoginIsStale() {
        assertThat(clients.find(OKAFOR)).isPresent();
        fault("stale-token");
        for (int call = 0; call < 12; call++) {
            assertThat(clients.find(OKAFOR)).isPresent();
        }
    }

    @Test
    void tellsARefusalFromAFailure() {
        OutboundWrite write = write(WriteKind.AMS_NOTE, new AmsNotePayload("no-such-insured", null, "S", "T"));

        assertThatThrownBy(() -> channel.perform(write))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("insured was not found");
        assertThat(effects(write)).isEmpty();
    }

    private Policy marinPolicy(String number) {
        return policies.ofClient(MARIN).stream()
                .filter(policy -> policy.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private OutboundWrite carriedOutUnder(String mode, WriteKind kind) {
        OutboundWrite write = write(kind);
        fault(mode);
        assertThat(channel.find(write)).isEmpty();
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        fault("none");

        Optional<String> found = channel.find(write);
        String id = found.orElseGet(
                () -> Objects.requireNonNull(channel.perform(write).remoteReference()));

        assertThat(channel.find(write)).contains(id);
        assertThat(effects(write)).hasSize(1);
        return write;
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

    private OutboundWrite write(WriteKind kind) {
        return write(
                kind,
                switch (kind) {
                    case AMS_NOTE -> new AmsNotePayload(MARIN, null, "Certificate issued", "To Brushy Creek Homes LP");
                    case AMS_TASK ->
                        new AmsTaskPayload(MARIN, null, "Call back", "About the waiver", null, "Maria Santos");
                    case AMS_DOCUMENT -> new AmsDocumentPayload(MARIN, null, "document-1", "certificate.pdf");
                    case AMS_CERTIFICATE ->
                        new AmsCertificatePayload(
                                MARIN,
                                "Marin Framing LLC",
                                "lmarin@marinframing.example",
                                List.of(),
                                List.of("BMC-GL-0513370"),
                                List.of("GL"),
                                "Brushy Creek Homes LP",
                                new Client.Address("400 Brushy Creek Rd", null, "Cedar Park", "TX", "78613"),
                                false,
                                false,
                                "All operations");
                    default -> throw new IllegalArgumentException("not ours");
                });
    }

    private OutboundWrite write(WriteKind kind, Object payload) {
        int number = NUMBERS.incrementAndGet();
        String request = String.format("SR-2026-%06d", number);
        return PlannedRow.of(request + "-1", kind, payload);
    }
}
