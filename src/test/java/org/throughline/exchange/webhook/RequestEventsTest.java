package org.throughline.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.throughline.exchange.process.RequestListener;
import org.throughline.exchange.store.WebhookTables;
import org.throughline.exchange.webhook.Deliveries.Query;
import org.throughline.exchange.webhook.Delivery.Status;
import org.throughline.platform.Agencies;
import org.throughline.platform.MovingClock;
import org.throughline.platform.TestAgency;
import org.throughline.reporting.projection.ReportingEngine;

/** What receivers are told of requests, on an engine with the read side beside. */
class RequestEventsTest {

    private static final Query ALL = new Query(null, null, null);

    private final MovingClock clock = new MovingClock();
    private final ReportingEngine reporting = new ReportingEngine();
    private final WebhookTables tables =
            new WebhookTables(reporting.batches(), reporting.transactions(), reporting.agency(), clock);
    private final Audience audience = new Audience(tables.subscriptions(), TestAgency.PROFILE);
    private final WebhookEvents events = new WebhookEvents(
            audience, tables.requestStates(), tables.deliveries(), new ObjectMapper(), clock, reporting.agency());
    private final ProcessEngine engine = reporting
            .configuring(configuration -> configuration
                    .getCustomHistoryEventHandlers()
                    .add(0, new RequestListener(audience, events, Agencies.only(TestAgency.PROFILE))))
            .engine();
    private final RuntimeService runtime = engine.getRuntimeService();
    private final TaskService tasks = engine.getTaskService();

    @BeforeEach
    void deployAndSubscribe() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "service-request.bpmn",
                        Bpmn.createExecutableProcess("service-request")
                                .operatonHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("close")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "correct-address.bpmn",
                        Bpmn.createExecutableProcess("correct-address")
                                .operatonHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("correct")
                                .endEvent()
                                .done())
                .deploy();
        subscribe("all", WebhookEvent.ofRequests());
        subscribe("closing", List.of(WebhookEvent.CLOSED));
    }

    @AfterEach
    void close() {
        reporting.close();
    }

    @Test
    void tellsTheLifeOfARequestInItsOrder() {
        open(
                "SR-2026-000001",
                Map.of(
                        "status",
                        "NEW",
                        "workType",
                        "CERT_LIABILITY",
                        "clientId",
                        "11890",
                        "clientName",
                        "Ridgeway Landscaping LLC",
                        "subject",
                        "private words"));
        setStatus("IN_PROGRESS");
        setStatus("IN_PROGRESS");
        runtime.setVariable(instance(), "queue", "triage");
        complete(Map.of("status", "DONE"));

        List<Delivery> told = of("all");
        assertThat(told)
                .extracting(Delivery::event)
                .containsExactly(
                        "request.opened", "request.status-changed", "request.status-changed", "request.closed");
        assertThat(told).allSatisfy(message -> {
            assertThat(message.requestNumber()).isEqualTo("SR-2026-000001");
            assertThat(message.status()).isEqualTo(Status.PENDING);
            assertThat(message.payload()).doesNotContain("private words");
        });
        JsonNode changed = json(told.get(1));
        assertThat(changed.at("/type").asText()).isEqualTo("request.status-changed");
        assertThat(changed.at("/timestamp").asText()).isEqualTo("2026-11-23T12:00-06:00");
        assertThat(changed.at("/data/previousStatus").asText()).isEqualTo("NEW");
        assertThat(changed.at("/data/status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(changed.at("/data/workType").asText()).isEqualTo("CERT_LIABILITY");
        assertThat(changed.at("/data/client/name").asText()).isEqualTo("Ridgeway Landscaping LLC");
        assertThat(json(told.get(0)).at("/data/previousStatus").isNull()).isTrue();
        JsonNode closed = json(told.get(3));
        assertThat(closed.at("/data/status").asText()).isEqualTo("DONE");
        assertThat(closed.at("/data/closedAt").asText()).isNotEmpty();
        assertThat(of("closing")).extracting(Delivery::event).containsExactly("request.closed");
    }

    @Test
    void tellsAWithdrawalApart() {
        open("SR-2026-000001", Map.of("status", "NEW"));
        complete(Map.of("status", "WITHDRAWN"));

        assertThat(of("all"))
                .extracting(Delivery::event)
                .containsExactly("request.opened", "request.status-changed", "request.withdrawn", "request.closed");
        assertThat(json(of("all").get(0)).at("/data/client").isNull()).isTrue();
    }

    @Test
    void followsWhatFollowsUp() {
        open("SR-2026-000001", Map.of("status", "NEW"));
        complete(Map.of("status", "DONE"));
        reporting
                .transaction()
                .executeWithoutResult(status -> runtime.startProcessInstanceByKey(
                        "correct-address", "SR-2026-000001", Map.of("status", "DELIVERING")));
        complete(Map.of("status", "DONE"));

        assertThat(of("all").stream()
                        .skip(3)
                        .map(message -> json(message).at("/data/previousStatus").asText() + " " + message.event() + " "
                                + json(message).at("/data/status").asText()))
                .containsExactly(
                        "DONE request.status-changed DELIVERING",
                        "DELIVERING request.status-changed DONE",
                        "DELIVERING request.closed DONE");
        assertThat(of("all")).extracting(Delivery::requestNumber).containsOnly("SR-2026-000001");
    }

    @Test
    void saysNothingOfWhatWasRolledBackAndOfWhatIsNoRequest() {
        reporting.transaction().executeWithoutResult(status -> {
            runtime.startProcessInstanceByKey("service-request", "SR-2026-000009", Map.of("status", "NEW"));
            status.setRollbackOnly();
        });
        reporting
                .transaction()
                .executeWithoutResult(status -> runtime.startProcessInstanceByKey(
                        "correct-address", "IN-2026-000001", Map.of("status", "NEW")));

        assertThat(tables.deliveries().count(ALL)).isZero();
    }

    @Test
    void costsNoStatementWithoutReceivers() {
        audience.active().forEach(receiver -> tables.subscriptions().delete(receiver.id()));
        audience.refresh();
        tables.forbidStatements();

        open("SR-2026-000001", Map.of("status", "NEW"));
        setStatus("IN_PROGRESS");
        complete(Map.of("status", "DONE"));

        assertThat(audience.isThere()).isFalse();
        assertThat(reporting
                        .jdbc()
                        .sql("select status from service_request")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    private void subscribe(String id, List<WebhookEvent> events) {
        tables.subscriptions()
                .save(new Subscription(
                        id,
                        "https://crm.example/hooks",
                        "",
                        events,
                        true,
                        null,
                        Signature.newSecret(),
                        null,
                        null,
                        "nora",
                        clock.instant()));
        audience.refresh();
    }

    private void open(String number, Map<String, Object> variables) {
        reporting
                .transaction()
                .executeWithoutResult(
                        status -> runtime.startProcessInstanceByKey("service-request", number, variables));
    }

    private void setStatus(String value) {
        reporting.transaction().executeWithoutResult(status -> runtime.setVariable(instance(), "status", value));
    }

    private void complete(Map<String, Object> variables) {
        reporting
                .transaction()
                .executeWithoutResult(status ->
                        tasks.complete(tasks.createTaskQuery().singleResult().getId(), variables));
    }

    private String instance() {
        return runtime.createProcessInstanceQuery().singleResult().getId();
    }

    /** Oldest first. */
    private List<Delivery> of(String receiver) {
        List<Delivery> newestFirst = new ArrayList<>(tables.deliveries().list(new Query(receiver, null, null), 0, 50));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static JsonNode json(Delivery delivery) {
        try {
            return new ObjectMapper().readTree(delivery.payload());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
