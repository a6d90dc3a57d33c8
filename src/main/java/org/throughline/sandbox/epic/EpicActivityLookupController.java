package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.SimulatorStore;

/**
 * What an activity can be given. Owners are answered under both of the vendor's paths: its description says {@code
 * /owners}, its examples {@code /activities/owners}.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/workflow-management/v1")
class EpicActivityLookupController {

    private final EpicDirectory directory;

    EpicActivityLookupController(EpicDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/activities/codes")
    ResponseEntity<ObjectNode> codes(HttpServletRequest request) {
        EpicQuery query =
                new EpicQuery(request).is("code", row -> row.path("code").asText());
        query.flag("includeSystemEventActivityCodes", row -> true);
        boolean system = "true".equals(query.given("includeSystemEventActivityCodes"));
        query.filter(row -> system || !row.path("code").asText().startsWith("@"));
        return EpicHal.ok(query.page(
                EpicCatalog.ACTIVITY_CODES,
                "activityCodes",
                row -> SimulatorStore.answered(row).retain("id", "code", "description")));
    }

    /** What an activity with this code begins with. */
    @PostMapping("/activities/codes/{id}/defaults")
    ResponseEntity<ObjectNode> defaults(@PathVariable("id") String id, @RequestBody ObjectNode body) {
        ObjectNode code = EpicCatalog.byId(EpicCatalog.ACTIVITY_CODES, id).orElseThrow(EpicProblem::missing);
        List<String> wrong = new ArrayList<>();
        EpicPolicyChecks.required(body.path("association"), wrong, "type", "id");
        EpicPolicyChecks.refuse(wrong);
        ObjectNode answer = EpicHal.JSON.createObjectNode();
        answer.putObject("code").put("id", id);
        if (code.has("_owner")) {
            answer.putObject("owner")
                    .put("type", "EMPLOYEE")
                    .put("id", code.path("_owner").asText());
        }
        answer.set("description", code.path("description"));
        answer.set("association", body.path("association"));
        answer.set("status", code.path("_status"));
        answer.putObject("closed").put("successful", true);
        answer.put("startFollowUpOn", "").put("endFollowUpOn", "").put("followUpReminderOn", "");
        answer.putNull("issuingCompany").putNull("premiumPayable").putNull("note");
        return EpicHal.ok(answer);
    }

    @GetMapping("/activities/unsuccessful-reasons")
    ResponseEntity<ObjectNode> reasons(HttpServletRequest request) {
        return EpicHal.ok(new EpicQuery(request)
                .page(EpicCatalog.UNSUCCESSFUL_REASONS, "unsuccessfulReasons", ObjectNode::deepCopy));
    }

    @GetMapping("/activities/notes/access-levels")
    ResponseEntity<ObjectNode> accessLevels(HttpServletRequest request) {
        return EpicHal.ok(new EpicQuery(request).page(EpicCatalog.ACCESS_LEVELS, "accessLevels", ObjectNode::deepCopy));
    }

    @GetMapping("/activities/issuing-companies")
    ResponseEntity<ObjectNode> issuingCompanies(HttpServletRequest request) {
        return EpicHal.ok(associated(request).page(directory.companies(), "issuingCompanies", EpicDirectory::owner));
    }

    /** {@code premiumPayableType} is required. */
    @GetMapping("/activities/premium-payable-entities")
    ResponseEntity<ObjectNode> premiumPayableEntities(HttpServletRequest request) {
        EpicQuery query = associated(request);
        String type = query.given("premiumPayableType");
        if (type == null
                || !List.of("BROKER_EXTERNAL", "BROKER_INTERNAL", "CARRIER").contains(type)) {
            throw EpicProblem.invalid("premiumPayableType is required");
        }
        String wanted = type.equals("CARRIER") ? "COMPANY" : "BROKER";
        query.filter(row -> row.path("type").asText().equals(wanted));
        return EpicHal.ok(query.page(
                directory.accounts(),
                "premiumPayableEntities",
                row -> row.deepCopy()
                        .retain("id", "lookupCode")
                        .put("type", type)
                        .put("description", row.path("name").asText())));
    }

    @GetMapping({"/owners/employees", "/activities/owners/employees"})
    ResponseEntity<ObjectNode> employees(HttpServletRequest request) {
        return EpicHal.ok(associated(request).page(directory.employees(), "employeeOwners", EpicDirectory::owner));
    }

    @GetMapping({"/owners/work-groups", "/activities/owners/work-groups"})
    ResponseEntity<ObjectNode> workGroups(HttpServletRequest request) {
        return EpicHal.ok(new EpicQuery(request).page(directory.workGroups(), "workGroupOwners", EpicDirectory::owner));
    }

    /** In the practice agency everybody may own everything, so the context is taken and makes no difference. */
    private static EpicQuery associated(HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request);
        List.of("associationType", "associatedId", "agencyId", "branchId").forEach(query::given);
        return query;
    }
}
