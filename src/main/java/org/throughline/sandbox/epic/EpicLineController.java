package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
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

/** Lines of policies: list, read, create, and what hangs on a line; the vendor documents no change. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/epic/policy/v2/lines")
class EpicLineController {

    private static final String PATH = "/epic/policy/v2/lines/";

    /** What a list leaves out and a single line shows. */
    private static final List<String> DETAILS = List.of(
            "premium",
            "commission",
            "agencyFirstWrittenOn",
            "lastUpdatedBy",
            "billTo",
            "comments",
            "newRevenueBeginOn",
            "renewalRevenueBeginOn");

    private final EpicRecords records;
    private final EpicDirectory directory;
    private final EpicEmbeds embeds;
    private final EpicPolicyChecks checks;
    private final EpicLineWrites writes;
    private final EpicReleases releases;
    private final EpicSandboxProperties properties;
    private final Simulator simulator;

    EpicLineController(
            EpicRecords records,
            EpicDirectory directory,
            EpicEmbeds embeds,
            EpicPolicyChecks checks,
            EpicLineWrites writes,
            EpicReleases releases,
            EpicSandboxProperties properties,
            Simulator epicSimulator) {
        this.records = records;
        this.directory = directory;
        this.embeds = embeds;
        this.checks = checks;
        this.writes = writes;
        this.releases = releases;
        this.properties = properties;
        this.simulator = epicSimulator;
    }

    @GetMapping
    ResponseEntity<ObjectNode> lines(HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request)
                .id("policy", row -> row.path("policy").asText())
                .id("client", row -> row.path("client").asText())
                .moments(
                        "lastUpdatedOn.date",
                        row -> row.at("/lastUpdatedBy/date").asText())
                .isOrContains("lineType.code", EpicLineController::typeCode)
                .days("effectiveOn", true, row -> row.path("effectiveOn").asText())
                .days("expirationOn", true, row -> row.path("expirationOn").asText())
                .several("organization", row -> row.path("organization").asText());
        Set<String> embed = query.also(
                "embed",
                "client",
                "policy",
                "status",
                "organization",
                "lineType",
                "issuingCompany",
                "premiumPayable",
                "commissionAgreement");
        return EpicHal.ok(query.page(
                records.all(Kind.LINE),
                "lines",
                row -> answered(row, embed, request).without(DETAILS)));
    }

    private static String typeCode(ObjectNode line) {
        return EpicCatalog.byId(EpicCatalog.TYPES, line.path("lineType").asText())
                .map(type -> type.path("code").asText())
                .orElse("");
    }

    private ObjectNode answered(ObjectNode line, Set<String> embed, HttpServletRequest request) {
        ObjectNode answer = SimulatorStore.answered(line);
        embeds.into(answer, embed);
        EpicHal.link(answer, "self", request, PATH + line.path("id").asText());
        EpicHal.link(
                answer,
                "client",
                request,
                "/epic/client/v1/clients/" + line.path("client").asText());
        return EpicHal.link(
                answer,
                "policy",
                request,
                "/epic/policy/v2/policies/" + line.path("policy").asText());
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> line(@PathVariable("id") String id, HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request);
        Set<String> embed = query.also(
                "embed",
                "client",
                "policy",
                "status",
                "lineType",
                "issuingCompany",
                "premiumPayable",
                "commissionAgreement",
                "payableContract",
                "organization",
                "account");
        query.check();
        return EpicHal.ok(answered(records.get(Kind.LINE, id), embed, request));
    }

    /** Half of it kept is a line without its premium and its billing. */
    @PostMapping
    ResponseEntity<ObjectNode> create(@RequestBody ObjectNode body, HttpServletRequest request) {
        checks.line(body);
        ObjectNode policy = records.get(Kind.POLICY, body.path("policy").asText());
        String number = policy.path("policyNumber").asText("");
        if (properties.lockedPolicies().contains(number)) {
            throw new EpicProblem(423, "Locked", "Resource locked by user", List.of("Policy " + number));
        }
        boolean half = simulator.halfWritten() && (body.has("premium") || body.has("billTo"));
        ObjectNode line = writes.insert(
                half ? body.deepCopy().without(List.of("premium", "billTo")) : body,
                policy,
                made -> simulator.mark(
                        made,
                        "POLICY",
                        request,
                        number + " " + body.path("comments").asText(""),
                        !half));
        return EpicHal.created(answered(line, Set.of(), request));
    }

    @GetMapping("/{id}/servicing-roles")
    ResponseEntity<ObjectNode> servicingRoles(@PathVariable("id") String id, HttpServletRequest request) {
        releases.may2026();
        ObjectNode line = records.get(Kind.LINE, id);
        EpicQuery query = new EpicQuery(request)
                .id("role", row -> row.path("role").asText())
                .id("employee", row -> row.path("employee").asText());
        Set<String> embed = query.also("embed", "role", "employee");
        List<ObjectNode> roles = List.of(
                role(line, "_manager", "ACCTMGR", "Account Manager"), role(line, "_producer", "PRODUCER", "Producer"));
        return EpicHal.ok(query.page(roles, "servicingRoles", row -> embedded(row, embed)));
    }

    private static ObjectNode role(ObjectNode line, String field, String code, String description) {
        ObjectNode role = EpicHal.JSON.createObjectNode();
        role.put("id", EpicHal.id("role " + line.path("id").asText() + code));
        role.put("role", EpicHal.id("role " + code));
        role.put("employee", line.path(field).asText(""));
        role.put("description", description);
        role.put("enteredByProcessCode", "EPIC");
        role.put("lastUpdatedByProcessCode", "EPIC");
        return role.put("_code", code);
    }

    private ObjectNode embedded(ObjectNode role, Set<String> embed) {
        ObjectNode answer = SimulatorStore.answered(role);
        if (embed.contains("role")) {
            answer.withObject("/_embedded/role")
                    .put("id", role.path("role").asText())
                    .put("code", role.path("_code").asText())
                    .put("description", role.path("description").asText());
        }
        if (embed.contains("employee")) {
            directory
                    .account(role.path("employee").asText())
                    .ifPresent(employee -> answer.withObject("/_embedded")
                            .set("employee", employee.deepCopy().retain("id", "lookupCode", "name")));
        }
        return answer;
    }

    @GetMapping("/{id}/producer-broker-commissions")
    ResponseEntity<ObjectNode> commissions(@PathVariable("id") String id, HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request);
        query.also("embed", "organization", "commissionAgreement", "payableContract", "account");
        query.check();
        ObjectNode line = records.get(Kind.LINE, id);
        ObjectNode answer = EpicHal.JSON.createObjectNode().put("type", "SINGLE_TERM");
        ObjectNode schedule = answer.putArray("schedules").addObject();
        schedule.put("id", "1");
        schedule.set("startOn", line.path("effectiveOn"));
        schedule.set("endOn", line.path("expirationOn"));
        schedule.put("description", "");
        ObjectNode commission = schedule.putArray("producerBrokerCommissions").addObject();
        commission.put("id", EpicHal.id("commission " + id));
        commission
                .putObject("producerBroker")
                .put("type", "PRODUCER_PAYABLE")
                .put("account", line.path("_producer").asText(""));
        commission.put("useCommissionAgreement", false);
        commission.put("commissionType", "PERCENTAGE_OF_COMMISSION");
        commission.put("commissionPercent", 40.0);
        commission.put("productionCredit", 100.0);
        commission.put("orderNumber", 1);
        return EpicHal.ok(answer);
    }
}
