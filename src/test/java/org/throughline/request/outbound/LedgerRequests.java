package org.throughline.request.outbound;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.throughline.ams.AmsContactPayload;
import org.throughline.ams.AmsContactPayload.Field;
import org.throughline.ams.AmsNotePayload;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.vendor.VendorUnavailable;

/** Requests that have something to write to the simulated AMS, whose steps the test runs by hand. */
@TestComponent
public class LedgerRequests {

    /** A client of the practice book. */
    public static final String CLIENT = "a0000000-0000-4000-8000-000000010002";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final OutboundLedger ledger;
    private final TransactionTemplate transaction;

    public LedgerRequests(
            RuntimeService runtime,
            ManagementService management,
            OutboundLedger ledger,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.management = management;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A number that no run before had: the simulated AMS outlives the test and would find what that wrote. */
    public static String number() {
        return "SR-2026-" + ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
    }

    /** Plans a note for a client and brings the request to the step that writes it. */
    public void plan(String number, String clientId, String text) {
        transaction.executeWithoutResult(status -> {
            ledger.plan(
                    number,
                    List.of(new PlannedWrite(
                            WriteKind.AMS_NOTE, new AmsNotePayload(clientId, null, "Certificate issued", text))));
            runtime.startProcessInstanceByKey("ams-write", number, Map.of("requestNumber", number));
        });
    }

    /** Plans a change of a contact's telephone number, made for what was read now, and brings the request to its step. */
    public void planPhone(String number, String contact, String base, String value) {
        transaction.executeWithoutResult(status -> {
            ledger.plan(
                    number,
                    List.of(new PlannedWrite(
                            WriteKind.AMS_CONTACT,
                            new AmsContactPayload(CLIENT, contact, Field.PHONE, base, value, Instant.now()))));
            runtime.startProcessInstanceByKey("ams-write", number, Map.of("requestNumber", number));
        });
    }

    /** Runs the step once; it may fail. */
    public void runStep(String number) {
        try {
            management.executeJob(step(number).getId());
        } catch (ProcessEngineException | VendorUnavailable failed) {
            // What the ledger and the engine say of it is what the test looks at.
        }
    }

    /** Lets the step run out of tries. */
    public void giveUp(String number) {
        management.setJobRetries(step(number).getId(), 0);
    }

    public Job step(String number) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .messages()
                .singleResult();
    }

    /** Has the simulated AMS misbehave. */
    public void fault(int port, String mode) {
        RestClient.create("http://localhost:" + port)
                .method(HttpMethod.PUT)
                .uri("/sandbox/nowcerts/_fault")
                .headers(headers -> headers.setBasicAuth("admin", "admin"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("mode", mode))
                .retrieve()
                .toBodilessEntity();
    }
}
