package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/**
 * The Zapier calls for records that the agency's people work with: claims, service requests, drivers, tags. What is given is
 * kept under the names that the list of the same records uses. A half-written record has lost all but what is required.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api/Zapier")
class NowCertsZapierController {

    /** Plural in the call that reads, and the list whose rows it answers; seen in the vendor's own client. */
    private static final Map<String, String> READS = Map.ofEntries(
            Map.entry("Insureds", "InsuredDetailList"),
            Map.entry("Prospects", "InsuredDetailList"),
            Map.entry("Quotes", "PolicyDetailList"),
            Map.entry("Notes", "NotesList"),
            Map.entry("Tasks", "TasksList"),
            Map.entry("Principals", "PrincipalList"),
            Map.entry("Claims", "ClaimList"),
            Map.entry("AutomobileLossClaims", "AutomobileLossClaimList"),
            Map.entry("Drivers", "DriverList"),
            Map.entry("Vehicles", "VehicleList"),
            Map.entry("Tags", "TagsList"),
            Map.entry("Opportunities", "OpportunitiesList"),
            Map.entry("Properties", "PropertyList"),
            Map.entry("SMSes", "SMSList"),
            Map.entry("CallLogRecords", "CallLogRecordList"),
            Map.entry("CustomFields", "CustomFieldsList"),
            Map.entry("QuoteApplications", "QuoteApplicationList"));

    private final NowCertsRecords records;
    private final NowCertsLists lists;
    private final InsuredMatch insureds;
    private final Simulator simulator;

    NowCertsZapierController(
            NowCertsRecords records, NowCertsLists lists, InsuredMatch insureds, Simulator nowCertsSimulator) {
        this.records = records;
        this.lists = lists;
        this.insureds = insureds;
        this.simulator = nowCertsSimulator;
    }

    @GetMapping("/Get{plural:[A-Za-z]+}")
    ArrayNode read(@PathVariable("plural") String plural) {
        String list = ZapierEntry.of(plural).map(ZapierEntry::list).orElse(READS.get(plural));
        List<ObjectNode> rows = list == null
                ? List.of()
                : lists.rows(list).orElseThrow(() -> new IllegalStateException("There is no list " + list));
        if (list == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ArrayNode answer = Answers.JSON.createArrayNode();
        rows.stream()
                .filter(row -> wanted(plural, row))
                .forEach(row -> answer.add(Names.zapier(SimulatorStore.answered(row))));
        return answer;
    }

    private static boolean wanted(String plural, ObjectNode row) {
        return switch (plural) {
            case "Insureds" -> row.path("type").asText().equals("Insured");
            case "Prospects" -> row.path("type").asText().equals("Prospect");
            case "Quotes" -> row.path("isQuote").asBoolean();
            default -> true;
        };
    }

    @PostMapping("/Insert{noun:(?:Claim|AutomobileLossClaim|GeneralLiabilityNotice|PropertyLossClaim"
            + "|WorkerCompensationClaim|ServiceRequests[A-Za-z]+|Driver|Vehicle|TagApply|Opportunity)}")
    ObjectNode insert(@PathVariable("noun") String noun, @RequestBody ObjectNode body, HttpServletRequest request) {
        ZapierEntry entry = ZapierEntry.of(noun).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<ObjectNode> refusal = NowCertsWriteController.missing(body, entry.required());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String given =
                body.path("request_database_id").asText(body.path("database_id").asText(""));
        Optional<ObjectNode> existing =
                entry.updates() ? records.find(entry.kind(), given) : Optional.<ObjectNode>empty();
        boolean half = simulator.halfWritten();
        ObjectNode row = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        String id = existing.isPresent() ? given : UUID.randomUUID().toString();
        row.put(entry.key(), id);
        row.put("_list", entry.list());
        body.properties().stream()
                .filter(field -> !half || entry.required().contains(field.getKey()))
                .filter(field -> !field.getKey().endsWith("database_id"))
                .forEach(field -> row.set(entry.shown(field.getKey()), field.getValue()));
        if (row.has("status")) {
            row.put("status", entry.status(row.path("status").asText()));
        }
        insureds.find(body).ifPresent(insured -> insured(entry, row, insured));
        policies(body, row);
        row.put("createDate", row.path("createDate").asText(simulator.iso()));
        row.put("changeDate", simulator.iso());
        simulator.mark(row, "OTHER", request, row.path("description").asText() + " " + subject(body), !half);
        records.keep(entry.kind(), id, row);
        String verb = existing.isPresent() ? "exists in database and has been overridden." : "has been imported.";
        ObjectNode answer = Answers.JSON.createObjectNode();
        if (entry.updates()) {
            answer.put("databaseId", id);
        }
        return answer.put("status", 1).put("message", noun + " '" + subject(body) + "' " + verb);
    }

    private static void insured(ZapierEntry entry, ObjectNode row, JsonNode insured) {
        if (entry.kind() == Kind.SERVICE_REQUEST) {
            row.set("insuredId", insured.path("id"));
            row.set("insuredEmail", insured.path("eMail"));
        } else {
            InsuredMatch.show(row, insured);
        }
    }

    private void policies(JsonNode body, ObjectNode row) {
        ArrayNode shown = Answers.JSON.createArrayNode();
        body.path("policy_database_id")
                .forEach(id -> records.find(Kind.POLICY, id.asText())
                        .ifPresent(policy -> shown.add(NowCertsLists.brief(policy))));
        if (!shown.isEmpty()) {
            row.set("policies", shown);
        }
    }

    private static String subject(JsonNode body) {
        for (String name : List.of("subject", "claim_number", "tag_name", "last_name", "vin")) {
            String text = body.path(name).asText("");
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
