package org.throughline.ams.nowcerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.client.RestClient;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsContactPayload;
import org.throughline.ams.AmsContactPayload.Field;
import org.throughline.ams.Client.ClientContact;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorConflict;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** Changes of a contact against the practice agency's NowCerts: one complete effect under every fault, none over another. */
@SpringBootTest(
        classes = NowCertsSimulatorTest.Simulator.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.nowcerts.store=jdbc:h2:mem:simulated-nowcerts-contacts",
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
class NowCertsContactsTest {

    private static final String MARIN = "a0000000-0000-4000-8000-000000010002";
    private static final String YOLANDA = "Yolanda Marin";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final AmsChannel channel;
    private final NowCertsClients clients;
    private final RestClient sandbox;

    NowCertsContactsTest(AmsChannel channel, NowCertsClients clients, @LocalServerPort int port) {
        this.channel = channel;
        this.clients = clients;
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/nowcerts");
    }

    @AfterEach
    void mend() {
        fault("none");
    }

    @Test
    void changesTheOneFieldAndNothingElse() {
        ClientContact before = yolanda();
        OutboundWrite write = change(YOLANDA, Field.PHONE, phone(before), nextPhone());

        assertThat(channel.find(write)).isEmpty();
        String id = Objects.requireNonNull(channel.perform(write).remoteReference());

        assertThat(channel.find(write)).contains(id);
        assertThat(yolanda()).isEqualTo(new ClientContact(YOLANDA, before.email(), value(write), before.authorized()));
        assertThat(effect().path("record").path("changeDate").asText()).startsWith("2026-11-23T");
        assertThat(clients.changedSince(Instant.parse("2026-11-23T17:00:00Z")))
                .singleElement()
                .satisfies(client -> assertThat(client.id()).isEqualTo(MARIN));
    }

    @Test
    void changesAnAddress() {
        ClientContact before = yolanda();
        OutboundWrite write = change(YOLANDA, Field.EMAIL, Objects.requireNonNull(before.email()), "y@marin.example");

        channel.perform(write);

        assertThat(yolanda().email()).isEqualTo("y@marin.example");
        channel.perform(change(YOLANDA, Field.EMAIL, "Y@marin.example", "books@marinframing.example"));
    }

    @Test
    void isDoneWhereTheValueStandsThereHoweverItIsWritten() {
        ClientContact before = yolanda();
        String digits = "+1" + phone(before).replaceAll("\\D", "");

        assertThat(channel.find(change(YOLANDA, Field.PHONE, "something else", digits)))
                .isPresent();
    }

    @Test
    void tellsTheirsWhereItIsNotWhatThePersonSaw() {
        String theirs = phone(yolanda());
        int calls = effects().isEmpty() ? 0 : effect().path("calls").asInt();
        OutboundWrite write = change(YOLANDA, Field.PHONE, "512-555-0001", nextPhone());

        VendorConflict conflict = catchThrowableOfType(VendorConflict.class, () -> channel.perform(write));

        assertThat(conflict.theirs()).isEqualTo(theirs);
        assertThat(conflict)
                .hasMessageContaining("telephone number of Yolanda Marin in NowCerts is \"" + theirs + "\"")
                .hasMessageMatching("(?s).*last changed \\d\\d/\\d\\d/2026 \\d+:\\d\\d [AP]M.*")
                .hasMessageContaining("made for \"512-555-0001\"");
        assertThat(phone(yolanda())).isEqualTo(theirs);
        assertThat(effects().isEmpty() ? 0 : effect().path("calls").asInt()).isEqualTo(calls);
    }

    @Test
    void refusesAContactThatTheSystemDoesNotHave() {
        OutboundWrite write = change("Nobody Marin", Field.PHONE, "", nextPhone());

        assertThat(channel.find(write)).isEmpty();
        assertThatThrownBy(() -> channel.perform(write))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("no contact named Nobody Marin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"500-after-effect", "half-written"})
    void leavesOneCompleteEffectWhereTheAnswerToTheWriteIsAnError(String mode) {
        OutboundWrite write = change(YOLANDA, Field.PHONE, phone(yolanda()), nextPhone());
        fault(mode);
        assertThat(channel.find(write)).isEmpty();
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        fault("none");

        carryOut(write);

        assertThat(phone(yolanda())).isEqualTo(value(write));
        assertThat(effects()).hasSize(1);
        assertThat(effect().path("complete").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "429", "malformed", "wrong-content-type", "slow", "stale-token"})
    void leavesOneCompleteEffectWhereTheSystemIsNotWell(String mode) {
        OutboundWrite write = change(YOLANDA, Field.PHONE, phone(yolanda()), nextPhone());
        fault(mode);
        if (mode.equals("stale-token")) {
            channel.perform(write);
        } else {
            assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
        }
        fault("none");

        await().ignoreExceptionsInstanceOf(VendorBusy.class).untilAsserted(() -> carryOut(write));

        assertThat(phone(yolanda())).isEqualTo(value(write));
        assertThat(effects()).hasSize(1);
        assertThat(effect().path("complete").asBoolean()).isTrue();
    }

    /** As the ledger does it: look first. */
    private void carryOut(OutboundWrite write) {
        Optional<String> found = channel.find(write);
        if (found.isEmpty()) {
            channel.perform(write);
        }
        assertThat(channel.find(write)).isPresent();
    }

    private ClientContact yolanda() {
        return clients.find(MARIN).orElseThrow().contacts().stream()
                .filter(contact -> contact.name().equals(YOLANDA))
                .findFirst()
                .orElseThrow();
    }

    private static String phone(ClientContact contact) {
        return Objects.requireNonNull(contact.phone());
    }

    private static String nextPhone() {
        return String.format("512-555-%04d", 200 + NUMBERS.incrementAndGet());
    }

    private static String value(OutboundWrite write) {
        return PlannedRow.JSON.convertValue(json(write).path("value"), String.class);
    }

    private static JsonNode json(OutboundWrite write) {
        try {
            return PlannedRow.JSON.readTree(write.payload());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static OutboundWrite change(String contact, Field field, String base, String value) {
        String request = String.format("SR-2026-%06d", NUMBERS.incrementAndGet());
        return PlannedRow.of(
                request + "-1",
                WriteKind.AMS_CONTACT,
                new AmsContactPayload(MARIN, contact, field, base, value, Instant.parse("2026-11-23T16:00:00Z")));
    }

    private void fault(String mode) {
        sandbox.put().uri("/_fault").body(Map.of("mode", mode)).retrieve().toBodilessEntity();
    }

    private JsonNode effect() {
        return effects().get(0);
    }

    /** Contacts that a write has changed. */
    private List<JsonNode> effects() {
        JsonNode state = sandbox.get().uri("/_state").retrieve().body(JsonNode.class);
        assertThat(state).isNotNull();
        List<JsonNode> effects = new ArrayList<>();
        state.path("writes").forEach(effect -> {
            if (effect.path("path").asText().equals("/Zapier/InsertPrincipal")) {
                effects.add(effect);
            }
        });
        return effects;
    }
}
