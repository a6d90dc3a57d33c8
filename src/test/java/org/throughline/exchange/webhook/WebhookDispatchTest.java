package org.throughline.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.throughline.exchange.store.WebhookTables;
import org.throughline.exchange.webhook.Deliveries.NewDelivery;
import org.throughline.exchange.webhook.Deliveries.Query;
import org.throughline.exchange.webhook.Deliveries.Standing;
import org.throughline.exchange.webhook.Delivery.Status;
import org.throughline.exchange.webhook.Receivers.Refused;
import org.throughline.exchange.webhook.Receivers.Wish;
import org.throughline.exchange.webhook.WebhookSender.Answer;
import org.throughline.platform.MovingClock;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

/** How messages go out: in order, again after a failure, and to nobody who does not want them. */
class WebhookDispatchTest {

    private static final Answer ARRIVED = new Answer(204, null, "It arrived.");
    private static final Answer BUSY = new Answer(503, null, "The receiver answered 503.");

    private final MovingClock clock = new MovingClock();
    private final TestDatabase database = TestDatabase.migrated();
    private final WebhookTables tables =
            new WebhookTables(database.jdbc(), transactions(database), TestAgency.PROFILE, clock);
    private final Deliveries deliveries = tables.deliveries();
    private final Audience audience = new Audience(tables.subscriptions(), TestAgency.PROFILE);
    private final WebhookProperties properties = new WebhookProperties(
            true, true, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofDays(30));
    private final Receivers webhooks = new Receivers(
            tables.subscriptions(),
            deliveries,
            audience,
            new WebhookEvents(
                    audience, tables.requestStates(), deliveries, new ObjectMapper(), clock, TestAgency.PROFILE),
            properties,
            clock);
    private final List<String> sent = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final WebhookDispatch dispatch =
            new WebhookDispatch(tables.subscriptions(), deliveries, this::take, audience, properties, clock);
    private Subscription crm = webhooks.add(wish(true), "nora");
    private int count;

    @BeforeEach
    void nothingWasSent() {
        assertThat(crm.secret()).startsWith("whsec_");
    }

    @Test
    void sendsEachRequestsMessagesInOrder() {
        add("SR-1", "a");
        add("SR-2", "b");
        add("SR-1", "c");
        add("SR-1", "d");

        dispatch.send(crm);

        assertThat(sent).containsExactly("a", "b", "c", "d");
        assertThat(status("a", "b", "c", "d")).containsOnly(Status.DELIVERED);
        assertThat(standing().pending()).isZero();
    }

    @Test
    void waitsLongerAndLongerAndLetsNothingPassInBetween() {
        add("SR-1", "a");
        add("SR-1", "b");
        add("SR-2", "c");
        answers.add(BUSY);

        dispatch.send(crm);
        assertThat(sent).containsExactly("a");

        dispatch.send(crm);
        assertThat(sent).containsExactly("a", "c");

        clock.advance(Duration.ofSeconds(6));
        dispatch.send(crm);
        assertThat(sent).containsExactly("a", "c", "a", "b");
        Delivery a = find("a");
        assertThat(a.status()).isEqualTo(Status.DELIVERED);
        assertThat(a.attempts()).isEqualTo(2);
    }

    @Test
    void givesUpAfterTwoDaysAndGoesOnWithTheNext() {
        add("SR-1", "a");
        add("SR-1", "b");
        for (int attempt = 0; attempt < 12; attempt++) {
            answers.add(new Answer(null, null, "The host is not known."));
            dispatch.send(crm);
            clock.advance(Duration.ofHours(17));
        }
        assertThat(find("a").status()).isEqualTo(Status.FAILED);
        assertThat(find("a").detail()).isEqualTo("The host is not known.");
        assertThat(standing().failed()).isEqualTo(1);

        dispatch.send(crm);
        assertThat(find("b").status()).isEqualTo(Status.DELIVERED);

        webhooks.again(find("a"));
        dispatch.send(crm);
        assertThat(find("a").status()).isEqualTo(Status.DELIVERED);
        assertThat(find("a").attempts()).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        add("SR-1", "a");
        answers.add(new Answer(429, Duration.ofMinutes(20), "The receiver answered 429."));
        dispatch.send(crm);

        clock.advance(Duration.ofMinutes(19));
        dispatch.send(crm);
        assertThat(sent).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        dispatch.send(crm);
        assertThat(sent).hasSize(2);
    }

    @Test
    void isSwitchedOffByAReceiverThatWantsNothingMore() {
        add("SR-1", "a");
        add("SR-2", "b");
        answers.add(new Answer(410, null, "The receiver answered 410."));

        dispatch.send(crm);

        Subscription off = webhooks.find(crm.id()).orElseThrow();
        assertThat(off.active()).isFalse();
        assertThat(off.offReason()).contains("410");
        assertThat(audience.isThere()).isFalse();
        assertThat(find("a").status()).isEqualTo(Status.FAILED);
        assertThat(find("b").status()).isEqualTo(Status.CANCELLED);
        assertThatThrownBy(() -> webhooks.again(find("b")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("switched off");

        crm = webhooks.change(off, wish(true));
        webhooks.again(find("b"));
        dispatch.send(crm);
        assertThat(find("b").status()).isEqualTo(Status.DELIVERED);
        assertThat(webhooks.find(crm.id()).orElseThrow().offReason()).isNull();
    }

    @Test
    void twoNodesNeverSendTheSame() {
        add("SR-1", "a");
        add("SR-1", "b");
        add("SR-2", "c");
        Instant now = clock.instant();

        List<Delivery> one = deliveries.claim(crm.id(), now, now.plusSeconds(60), 1);
        List<Delivery> two = deliveries.claim(crm.id(), now, now.plusSeconds(61), 10);
        assertThat(one).extracting(Delivery::payload).containsExactly("a");
        assertThat(two).extracting(Delivery::payload).containsExactly("c");
        assertThat(deliveries.claim(crm.id(), now, now.plusSeconds(62), 10)).isEmpty();

        Instant later = now.plusSeconds(65);
        assertThat(deliveries.claim(crm.id(), later, later.plusSeconds(60), 10))
                .as("a node that died leaves its messages")
                .extracting(Delivery::payload)
                .containsExactly("a", "c");
        deliveries.delivered(one.get(0), now.plusSeconds(60), 200, later);
        assertThat(find("a").status())
                .as("the answer of the dead node comes too late")
                .isEqualTo(Status.PENDING);
    }

    @Test
    void passesOverWhatAnotherTransactionTakesNow() throws Exception {
        add("SR-1", "a");
        add("SR-2", "b");
        Instant now = clock.instant();
        database.transaction().executeWithoutResult(held -> {
            database.jdbc()
                    .queryForList("select id from webhook_delivery where payload = 'a' for update", String.class);
            Thread other =
                    new Thread(() -> sent.addAll(deliveries.claim(crm.id(), now, now.plusSeconds(60), 10).stream()
                            .map(Delivery::payload)
                            .toList()));
            other.start();
            try {
                other.join(5_000);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            assertThat(other.isAlive()).isFalse();
        });

        assertThat(sent).containsExactly("b");
    }

    @Test
    void forgetsWhatIsLongFinished() {
        add("SR-1", "a");
        dispatch.send(crm);
        add("SR-1", "b");
        clock.advance(Duration.ofDays(31));

        deliveries.forget(clock.instant().minus(properties.keep()));

        assertThat(deliveries.list(new Query(null, null, null), 0, 10))
                .extracting(Delivery::payload)
                .containsExactly("b");
    }

    @Test
    void changesTheSecretOverWithoutAGap() {
        Subscription changed = webhooks.newSecret(crm);

        assertThat(changed.secrets(clock.instant())).containsExactly(changed.secret(), crm.secret());
        clock.advance(Duration.ofHours(25));
        assertThat(webhooks.find(crm.id()).orElseThrow().secrets(clock.instant()))
                .containsExactly(changed.secret());
    }

    private Answer take(String url, String body, Map<String, String> headers) {
        assertThat(headers).containsKeys("webhook-id", "webhook-timestamp", "webhook-signature");
        sent.add(body);
        Answer answer = answers.poll();
        return answer == null ? ARRIVED : answer;
    }

    private void add(String number, String payload) {
        deliveries.add(
                List.of(new NewDelivery("msg_" + ++count, crm.id(), number, "request.opened", payload)),
                clock.instant());
    }

    private Delivery find(String payload) {
        return deliveries.list(new Query(null, null, null), 0, 100).stream()
                .filter(one -> one.payload().equals(payload))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Status> status(String... payloads) {
        return Stream.of(payloads).map(this::find).map(Delivery::status);
    }

    private Standing standing() {
        return Objects.requireNonNull(deliveries.standings().get(crm.id()));
    }

    private static Wish wish(boolean active) {
        return new Wish("http://127.0.0.1:9/hook", "CRM", WebhookEvent.ofRequests(), active);
    }

    private static PlatformTransactionManager transactions(TestDatabase database) {
        @Nullable PlatformTransactionManager manager = database.transaction().getTransactionManager();
        return Objects.requireNonNull(manager);
    }
}
