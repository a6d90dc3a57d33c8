package org.throughline.ams.hawksoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.Policy;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** The adapter's writes against the practice agency's HawkSoft, and what each fault leaves behind. */
@AgainstSimulatedHawkSoft
class HawkSoftSimulatorTest extends HawkSoftContract {

    private static final String MARIN = "10002";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final AmsChannel channel;
    private final HawkSoftClients clients;
    private final HawkSoftPolicies policies;
    private final HawkSoftProperties properties;
    private final RestClient sandbox;
    private final int port;

    HawkSoftSimulatorTest(
            AmsChannel channel,
            HawkSoftClients clients,
            HawkSoftPolicies policies,
            HawkSoftProperties properties,
            @LocalServerPort int port) {
        this.channel = channel;
        this.clients = clients;
        this.policies = policies;
        this.properties = properties;
        this.port = port;
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/hawksoft");
    }

    @Override
    HawkSoftProperties connection() {
        return new HawkSoftProperties(
                URI.create("http://localhost:" + port + "/sandbox/hawksoft"),
                properties.username(),
                properties.password(),
                properties.agencyId(),
                properties.version(),
                properties.assignees(),
                properties.connectTimeout(),
                Duration.ofSeconds(20),
                properties.breakerWait());
    }

    @Override
    Optional<String> clientToWriteTo() {
        return Optional.of(MARIN);
    }

    @AfterEach
    void mend() {
        fault("none");
    }

    @ParameterizedTest
    @EnumSource(names = {"AMS_NOTE", "AMS_TASK", "AMS_DOCUMENT"})
    void writesOnceHoweverOftenItIsTried(WriteKind kind) {
        OutboundWrite write = write(kind);

        WriteOutcome outcome = channel.perform(write);

        assertThat(outcome.status()).isEqualTo(WriteStatus.DONE);
        assertThat(channel.find(write)).isEmpty();
        assertThat(channel.perform(write)).isEqualTo(outcome);
        assertThat(effects(write)).singleElement().satisfies(effect -> {
            assertThat(effect.path("complete").asBoolean()).isTrue();
            assertThat(effect.path("calls").asInt()).isEqualTo(2);
            assertThat(effect.path("operation").asText()).isEqualTo(kind.name().substring("AMS_".length()));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "500-after-effect, AMS_NOTE, 1",
        "500-after-effect, AMS_TASK, 1",
        "500-after-effect, AMS_DOCUMENT, 1",
        "half-written, AMS_NOTE, 1",
        "half-written, AMS_TASK, 1",
        "half-written, AMS_DOCUMENT, 1",
        "wrong-content-type, AMS_NOTE, 1",
        "wrong-content-type, AMS_DOCUMENT, 1",
        "slow, AMS_NOTE, 1",
        "slow, AMS_DOCUMENT, 1",
        "down, AMS_NOTE, 0",
        "down, AMS_DOCUMENT, 0"
    })
    void leavesOneWholeEffectAfterAFault(String mode, WriteKind kind, int effectsBefore) {
        OutboundWrite write = write(kind);
        fault(mode);
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        fault("none");
        assertThat(effects(write)).hasSize(effectsBefore);

        assertThat(channel.perform(write).status()).isEqualTo(WriteStatus.DONE);

        assertThat(effects(write))
                .singleElement()
                .satisfies(effect ->
                        assertThat(effect.path("complete").asBoolean()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed", "stale-token"})
    void writesOnceUnderAFaultThatDoesNotTouchPlainText(String mode) {
        OutboundWrite write = write(WriteKind.AMS_NOTE);
        fault(mode);

        assertThat(channel.perform(write).status()).isEqualTo(WriteStatus.DONE);

        assertThat(effects(write)).hasSize(1);
    }

    @Test
    void writesNothingUntilTheTimeThatTheVendorAskedFor() {
        OutboundWrite write = write(WriteKind.AMS_TASK);
        fault("429");
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorBusy.class);
        fault("none");
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorBusy.class);
        assertThat(effects(write)).isEmpty();

        Awaitility.await()
                .ignoreExceptionsInstanceOf(VendorBusy.class)
                .untilAsserted(() -> assertThat(channel.perform(write).status()).isEqualTo(WriteStatus.DONE));

        assertThat(effects(write)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "malformed", "wrong-content-type", "slow"})
    void callsTheVendorUnavailable(String mode) {
        fault(mode);
        assertThatThrownBy(() -> clients.find(MARIN)).isInstanceOf(VendorUnavailable.class);
        fault("none");
        assertThat(clients.find(MARIN)).isPresent();
    }

    @Test
    void goesOnWhenTheCredentialIsRefusedInPassing() {
        fault("stale-token");
        for (int call = 0; call < 12; call++) {
            assertThat(clients.find(MARIN)).isPresent();
        }
    }

    @Test
    void linksATaskToItsPolicyAndItsPerson() {
        OutboundWrite write = write(WriteKind.AMS_TASK);

        channel.perform(write);

        JsonNode log = effects(write).get(0).path("record");
        assertThat(log.path("policyId").asText())
                .isEqualTo(marinPolicy("BMC-GL-0513370").id());
        assertThat(log.path("task").path("assignedToEmail").asText()).isEqualTo("maria@harborline.example");
        assertThat(log.path("task").path("dueDate").asText()).isEqualTo("2026-12-01T12:00:00");
    }

    @Test
    void tellsARefusalFromAFailure() {
        OutboundWrite write =
                PlannedRow.of(reference(), WriteKind.AMS_NOTE, new AmsNotePayload("99999", null, "S", "T"));

        assertThatThrownBy(() -> channel.perform(write))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("client was not found");
        assertThat(effects(write)).isEmpty();
    }

    private Policy marinPolicy(String number) {
        return policies.ofClient(MARIN).stream()
                .filter(policy -> policy.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void fault(String mode) {
        sandbox.put().uri("/_fault").body(Map.of("mode", mode)).retrieve().toBodilessEntity();
    }

    private List<JsonNode> effects(OutboundWrite write) {
        JsonNode state =
                Objects.requireNonNull(sandbox.get().uri("/_state").retrieve().body(JsonNode.class));
        List<JsonNode> effects = new ArrayList<>();
        state.path("writes").forEach(effect -> {
            if (effect.path("reference").asText().equals(write.reference())) {
                effects.add(effect);
            }
        });
        return effects;
    }

    private static String reference() {
        return String.format("SR-2026-%06d-1", NUMBERS.incrementAndGet());
    }

    private static OutboundWrite write(WriteKind kind) {
        Object payload = switch (kind) {
            case AMS_NOTE -> new AmsNotePayload(MARIN, null, "Certificate issued", "To Brushy Creek Homes LP");
            case AMS_TASK ->
                new AmsTaskPayload(
                        MARIN,
                        "BMC-GL-0513370",
                        "Call back",
                        "About the waiver",
                        LocalDate.of(2026, 12, 1),
                        "Maria Santos");
            case AMS_DOCUMENT -> new AmsDocumentPayload(MARIN, null, "document-1", "certificate.pdf");
            default -> throw new IllegalArgumentException("The vendor takes no " + kind);
        };
        return PlannedRow.of(reference(), kind, payload);
    }

    static byte[] pdf() {
        return "%PDF-1.7 a certificate of some length".getBytes(StandardCharsets.US_ASCII);
    }
}
