package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.PracticeBook;

/** Reads of the simulated API: agencies, offices, changed clients as bare numbers, and clients. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/hawksoft/vendor")
class HawkSoftReadController {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BULK = 200;

    private final HawkSoftRecords records;
    private final HawkSoftInvoices invoices;
    private final HawkSoftSandboxProperties properties;
    private final PracticeBook book;

    HawkSoftReadController(
            HawkSoftRecords records,
            HawkSoftInvoices invoices,
            HawkSoftSandboxProperties properties,
            PracticeBook book) {
        this.records = records;
        this.invoices = invoices;
        this.properties = properties;
        this.book = book;
    }

    @GetMapping("/agencies")
    ArrayNode agencies() {
        return JSON.createArrayNode().add(properties.agencyId());
    }

    /** The one answer whose names begin with capitals. */
    @GetMapping("/agency/{agencyId}/offices")
    ArrayNode offices() {
        ArrayNode offices = JSON.createArrayNode();
        for (JsonNode branch : book.list("agency").path("branches")) {
            JsonNode address = branch.path("address");
            offices.addObject()
                    .put("OfficeId", offices.size())
                    .put("OfficeDescription", branch.path("name").asText())
                    .put("SubAgencyName", "")
                    .put("PrimaryOffice", offices.size() == 1)
                    .put("AddressLine1", address.path("line1").asText())
                    .put("AddressLine2", "")
                    .put("City", address.path("city").asText())
                    .put("State", address.path("state").asText())
                    .put("Zipcode", address.path("postalCode").asText());
        }
        return offices;
    }

    @GetMapping("/agency/{agencyId}/clients")
    ArrayNode changedClients(
            @RequestParam(value = "asOf", required = false) @Nullable String asOf,
            @RequestParam(value = "officeId", required = false) @Nullable Integer officeId,
            @RequestParam(value = "deleted", defaultValue = "false") boolean deleted) {
        LocalDateTime since = asOf == null || asOf.isBlank()
                ? LocalDateTime.MIN
                : LocalTimes.read(asOf, book.zone())
                        .orElseThrow(() -> HawkSoftRefusal.badRequest("The value of asOf is not valid"));
        ArrayNode numbers = JSON.createArrayNode();
        for (ObjectNode client : records.all(Kind.CLIENT)) {
            JsonNode details = client.path("details");
            boolean changed =
                    !LocalDateTime.parse(details.path("modified").asText()).isBefore(since);
            boolean ofOffice = officeId == null || details.path("officeId").asInt() == officeId;
            if (changed && ofOffice && (deleted || !client.path("_deleted").asBoolean())) {
                numbers.add(client.path("clientNumber").asInt());
            }
        }
        return numbers;
    }

    @GetMapping("/agency/{agencyId}/client/{clientNumber}")
    ObjectNode client(
            @PathVariable("clientNumber") String clientNumber,
            @RequestParam(value = "include", required = false) @Nullable String include) {
        Set<String> sections = ClientSections.of(include);
        return records.find(Kind.CLIENT, clientNumber)
                .map(client -> answered(client, sections))
                .orElseThrow(HawkSoftRefusal::noSuchClient);
    }

    /** That numbers which nobody has are left out is assumed, and so is the refusal of more than are allowed. */
    @PostMapping("/agency/{agencyId}/clients")
    ArrayNode clients(
            @RequestBody JsonNode body, @RequestParam(value = "include", required = false) @Nullable String include) {
        Set<String> sections = ClientSections.of(include);
        JsonNode numbers = body.path("clientNumbers");
        if (!numbers.isArray() || numbers.isEmpty() || numbers.size() > BULK) {
            throw HawkSoftRefusal.badRequest("clientNumbers takes 1 to " + BULK + " numbers");
        }
        ArrayNode clients = JSON.createArrayNode();
        for (JsonNode number : numbers) {
            if (!number.isIntegralNumber()) {
                throw HawkSoftRefusal.badRequest("clientNumbers takes numbers");
            }
            records.find(Kind.CLIENT, number.asText()).ifPresent(client -> clients.add(answered(client, sections)));
        }
        return clients;
    }

    /** Exact; nothing else can be searched for. */
    @GetMapping("/agency/{agencyId}/clients/search")
    ArrayNode search(
            @RequestParam("policyNumber") String policyNumber,
            @RequestParam(value = "include", required = false) @Nullable String include) {
        Set<String> sections = ClientSections.of(include);
        ArrayNode clients = JSON.createArrayNode();
        for (ObjectNode client : records.all(Kind.CLIENT)) {
            for (JsonNode policy : client.path("policies")) {
                if (policy.path("policyNumber").asText().equals(policyNumber)) {
                    clients.add(answered(client, sections));
                    break;
                }
            }
        }
        return clients;
    }

    private ObjectNode answered(ObjectNode client, Set<String> sections) {
        ObjectNode answer = ClientSections.answered(client, sections);
        if (sections.contains("invoices")) {
            invoices.balance(answer);
        }
        return answer;
    }
}
