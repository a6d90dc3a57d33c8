package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/**
 * Attachments: a record first, its file afterwards. A record shows no file before that has come; that it shows its upload
 * address again until then is assumed.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/epic/attachment/v2/attachments")
class EpicAttachmentController {

    private static final String PATH = "/epic/attachment/v2/attachments/";
    private static final List<String> NEVER_IN_THE_PRACTICE_AGENCY = List.of(
            "carrierSubmission",
            "claim",
            "marketingSubmission",
            "opportunity",
            "service",
            "certificate",
            "evidence",
            "governmentReconciliation",
            "cancellation",
            "reconciliation",
            "quote",
            "disbursement",
            "accessible_by_employee_code");

    private final EpicRecords records;
    private final EpicDirectory directory;
    private final EpicReleases releases;
    private final EpicFileLinks links;
    private final Simulator simulator;

    EpicAttachmentController(
            EpicRecords records,
            EpicDirectory directory,
            EpicReleases releases,
            EpicFileLinks links,
            Simulator epicSimulator) {
        this.records = records;
        this.directory = directory;
        this.releases = releases;
        this.links = links;
        this.simulator = epicSimulator;
    }

    @GetMapping
    ResponseEntity<ObjectNode> attachments(HttpServletRequest request) {
        releases.july2023();
        EpicQuery query = new EpicQuery(request)
                .id("account", row -> row.path("account").asText())
                .id("folder", row -> row.path("folder").asText())
                .isOrContains("description", row -> row.path("description").asText())
                .moments("attachedOn", row -> row.path("attachedOn").asText())
                .moments("editedOn", row -> row.path("editedOn").asText())
                .moments("inactiveOn", row -> row.path("inactiveOn").asText())
                .flag("clientAccessible", row -> row.path("clientAccessible").asBoolean())
                .flag("systemGenerated", row -> row.path("systemGenerated").asBoolean())
                .flag("has_client_accessed", row -> false)
                .flag("include_subfolders", row -> true)
                .words(
                        "fileStatus",
                        List.of("OK", "QUARANTINED"),
                        null,
                        row -> row.at("/file/status").asText())
                .active("active_status", row -> row.path("active").asBoolean());
        for (String type : List.of("activity", "policy", "line")) {
            String id = query.given(type);
            if (id != null) {
                query.filter(row -> attachedTo(row, type.toUpperCase(Locale.ROOT), id));
            }
        }
        for (String parameter : NEVER_IN_THE_PRACTICE_AGENCY) {
            query.is(parameter, row -> "");
        }
        query.given("organization");
        query.given("accountType");
        query.also("embed", "account", "folder", "accessLevel", "organizations");
        return EpicHal.ok(query.page(records.all(Kind.ATTACHMENT), "attachments", row -> answered(row, request)));
    }

    private static boolean attachedTo(ObjectNode row, String type, String id) {
        for (JsonNode target : row.path("attachedTos")) {
            if (target.path("type").asText().equals(type)
                    && target.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private ObjectNode answered(ObjectNode row, HttpServletRequest request) {
        String id = row.path("id").asText();
        ObjectNode answer = SimulatorStore.answered(row);
        if (answer.path("file").isObject()) {
            answer.withObject("/file").put("url", links.url(request, "download", id, links.end()));
        }
        return EpicHal.link(answer, "self", request, PATH + id);
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> attachment(@PathVariable("id") String id, HttpServletRequest request) {
        new EpicQuery(request).check();
        ObjectNode row = records.get(Kind.ATTACHMENT, id);
        return EpicHal.ok(withUpload(row, request));
    }

    private ObjectNode withUpload(ObjectNode row, HttpServletRequest request) {
        ObjectNode answer = answered(row, request);
        long end = row.path("_uploadUntil").asLong();
        if (!row.path("_complete").asBoolean() && !links.over(end)) {
            answer.put("uploadUrl", links.url(request, "upload", row.path("id").asText(), end));
        }
        return answer;
    }

    /** Description and folder are taken from the address as well, as seen in a client. */
    @PostMapping
    ResponseEntity<ObjectNode> create(@RequestBody ObjectNode body, HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request);
        String description = body.path("description")
                .asText(Optional.ofNullable(query.given("description")).orElse(""));
        String folder = body.path("folder")
                .asText(Optional.ofNullable(query.given("folder")).orElse(""));
        query.check();
        List<String> wrong = new ArrayList<>();
        EpicPolicyChecks.required(body, wrong, "uploadFileName");
        if (description.isBlank()) {
            wrong.add("description is required");
        }
        if (!folder.isEmpty() && EpicCatalog.byId(EpicCatalog.FOLDERS, folder).isEmpty()) {
            wrong.add("folder is not known");
        }
        String id = UUID.randomUUID().toString();
        ObjectNode row = EpicHal.JSON.createObjectNode().put("id", id);
        row.put("description", description);
        row.put("active", body.path("active").asBoolean(true));
        row.put("summary", description);
        row.put("folder", folder.isEmpty() ? null : folder);
        row.putNull("accessLevel");
        attach(row, body.path("attachTo"), wrong);
        EpicPolicyChecks.refuse(wrong);
        String now = EpicStamps.now(simulator);
        row.put("attachedOn", now);
        row.put("editedOn", now);
        row.put("receivedOn", body.path("receivedOn").asText(now));
        row.put("clientAccessible", body.path("clientAccessible").asBoolean(false));
        row.put("systemGenerated", false);
        row.put("inactiveOn", "");
        row.put("_uploadFileName", body.path("uploadFileName").asText());
        row.put("_uploadUntil", links.end());
        simulator.mark(row, "DOCUMENT", request, description, false);
        records.insert(Kind.ATTACHMENT, id, row);
        return EpicHal.created(withUpload(row, request));
    }

    private void attach(ObjectNode row, JsonNode target, List<String> wrong) {
        row.putArray("attachedTos");
        row.putArray("organizations");
        if (target.isMissingNode()) {
            return;
        }
        String id = target.path("id").asText("");
        String type = target.path("type").asText("");
        Optional<ObjectNode> item = switch (type) {
            case "ACCOUNT" -> records.find(Kind.CLIENT, id).or(() -> directory.account(id));
            case "POLICY" -> records.find(Kind.POLICY, id);
            case "LINE" -> records.find(Kind.LINE, id);
            case "ACTIVITY" -> records.find(Kind.ACTIVITY, id);
            default -> Optional.empty();
        };
        if (item.isEmpty()) {
            wrong.add("attachTo is no " + (type.isEmpty() ? "item" : type) + " that is known");
            return;
        }
        JsonNode found = item.get();
        String account = found.path("client").asText(found.at("/account/id").asText(id));
        row.put("account", account);
        row.withArray("/attachedTos")
                .addObject()
                .put("id", id)
                .put("type", type)
                .put(
                        "description",
                        found.path("description").asText(found.path("name").asText("")))
                .put("primary", true);
        if (!type.equals("ACCOUNT")) {
            row.withArray("/attachedTos")
                    .addObject()
                    .put("id", account)
                    .put("type", "ACCOUNT")
                    .put("primary", false);
        }
    }
}
