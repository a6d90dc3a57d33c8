package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;

/** Receipts of the simulated system: payments of a client, each against invoices of its. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/hawksoft/vendor/agency/{agencyId}/client/{clientNumber}")
class HawkSoftReceiptController {

    private final HawkSoftRecords records;
    private final HawkSoftJournal journal;
    private final Simulator simulator;

    HawkSoftReceiptController(HawkSoftRecords records, HawkSoftJournal journal, Simulator hawkSoftSimulator) {
        this.records = records;
        this.journal = journal;
        this.simulator = hawkSoftSimulator;
    }

    /** All of the receipts or none; a half-written one is not booked against its invoices. */
    @PostMapping("/receipts")
    ResponseEntity<String> receipts(
            @PathVariable("clientNumber") String clientNumber,
            @RequestBody ArrayNode body,
            HttpServletRequest request) {
        ObjectNode client = records.find(Kind.CLIENT, clientNumber).orElseThrow(HawkSoftRefusal::noSuchClient);
        if (body.isEmpty()) {
            throw HawkSoftRefusal.badRequest("At least one receipt is required");
        }
        List<HawkSoftJournal.Entry> entries = new ArrayList<>();
        body.forEach(receipt -> entries.add(entry(client, receipt)));
        boolean queued = false;
        for (HawkSoftJournal.Entry entry : entries) {
            queued |= journal.keep(entry, request);
        }
        ObjectNode changed = client.deepCopy();
        ((ObjectNode) changed.path("details"))
                .put("modified", LocalTimes.written(simulator.now().toLocalDateTime()));
        records.update(Kind.CLIENT, clientNumber, changed);
        return HawkSoftJournal.answer(queued, "Receipts");
    }

    private static HawkSoftJournal.Entry entry(ObjectNode client, JsonNode receipt) {
        String refId = CallChecks.guid(CallChecks.text(receipt, "refId"), "refId");
        CallChecks.time(CallChecks.text(receipt, "ts"), "ts");
        CallChecks.action(receipt.path("channel"), "channel");
        String logNote = CallChecks.text(receipt, "logNote");
        CallChecks.text(receipt, "payMethod");
        CallChecks.policy(client, receipt.path("policyId").asText(null));
        if (receipt.hasNonNull("task")) {
            CallChecks.task(receipt.path("task"));
        }
        JsonNode parts = receipt.path("invoices");
        if (!parts.isArray() || parts.isEmpty()) {
            throw HawkSoftRefusal.badRequest("invoices is required");
        }
        parts.forEach(part -> invoice(client, part));
        ObjectNode whole = (ObjectNode) receipt.deepCopy();
        whole.put("clientNumber", client.path("clientNumber").asInt());
        ObjectNode half = whole.deepCopy();
        half.putArray("invoices");
        return HawkSoftJournal.Entry.of(Kind.RECEIPT, refId, whole, half, "OTHER", logNote);
    }

    private static void invoice(ObjectNode client, JsonNode part) {
        String id = CallChecks.guid(CallChecks.text(part, "invoiceId"), "invoiceId");
        if (!part.path("amount").isNumber()
                || part.path("amount").decimalValue().signum() <= 0) {
            throw HawkSoftRefusal.badRequest("amount is more than nothing");
        }
        for (JsonNode invoice : client.path("invoices")) {
            if (invoice.path("id").asText().equalsIgnoreCase(id)) {
                return;
            }
        }
        throw HawkSoftRefusal.badRequest("invoiceId is no invoice of the client");
    }
}
