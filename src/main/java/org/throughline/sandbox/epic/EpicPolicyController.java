package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
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

/** Policies: list, read, create; the vendor documents no change. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/epic/policy/v2/policies")
class EpicPolicyController {

    private static final String PATH = "/epic/policy/v2/policies/";
    private static final List<String> BUSINESS = List.of(
            "AGRICULTURE",
            "BENEFITS",
            "BONDS",
            "COMMERCIAL",
            "FINANCIAL_SERVICES",
            "LIFE_AND_HEALTH",
            "OTHER",
            "PERSONAL");

    private final EpicRecords records;
    private final EpicEmbeds embeds;
    private final EpicPolicyChecks checks;
    private final EpicLineWrites lines;
    private final EpicReleases releases;
    private final Simulator simulator;

    EpicPolicyController(
            EpicRecords records,
            EpicEmbeds embeds,
            EpicPolicyChecks checks,
            EpicLineWrites lines,
            EpicReleases releases,
            Simulator epicSimulator) {
        this.records = records;
        this.embeds = embeds;
        this.checks = checks;
        this.lines = lines;
        this.releases = releases;
        this.simulator = epicSimulator;
    }

    @GetMapping
    ResponseEntity<ObjectNode> policies(HttpServletRequest request) {
        releases.july2023();
        EpicQuery query = new EpicQuery(request)
                .id("policyType", row -> row.path("policyType").asText())
                .isOrContains("policyType.code", row -> type(row).path("code").asText())
                .words(
                        "policyType.businessType",
                        BUSINESS,
                        null,
                        row -> type(row).path("businessType").asText())
                .isOrContains("policyNumber", row -> row.path("policyNumber").asText())
                .days("effectiveOn", true, row -> row.path("effectiveOn").asText())
                .days("expirationOn", true, row -> row.path("expirationOn").asText())
                .days("enteredBy.date", false, row -> row.at("/enteredBy/date").asText())
                .moments(
                        "lastUpdatedBy.date",
                        row -> row.at("/lastUpdatedBy/date").asText())
                .words(
                        "historic_status",
                        List.of("CURRENT", "HISTORIC"),
                        "CURRENT",
                        row -> row.path("historic").asBoolean() ? "HISTORIC" : "CURRENT")
                .words(
                        "status",
                        List.of("PROSPECTIVE", "CONTRACTED"),
                        null,
                        row -> row.path("status").asText())
                .id("client", row -> row.path("client").asText())
                .is(
                        "enteredByProcess.code",
                        row -> row.at("/enteredByProcess/code").asText())
                .is(
                        "lastUpdatedByProcess.code",
                        row -> row.at("/lastUpdatedByProcess/code").asText())
                .id("originalPolicy", row -> row.path("originalPolicy").asText());
        Set<String> embed = query.also("embed", "client", "source", "organization", "policyType");
        return EpicHal.ok(query.page(records.all(Kind.POLICY), "policies", row -> {
            ObjectNode answer = answered(row, embed, request);
            return answer.without(List.of("turnOffPolicyDownload", "datesChanged"));
        }));
    }

    private static ObjectNode type(ObjectNode policy) {
        return EpicCatalog.byId(EpicCatalog.TYPES, policy.path("policyType").asText())
                .orElseGet(EpicHal.JSON::createObjectNode);
    }

    private ObjectNode answered(ObjectNode policy, Set<String> embed, HttpServletRequest request) {
        String id = policy.path("id").asText();
        ObjectNode answer = SimulatorStore.answered(policy);
        embeds.into(answer, embed);
        EpicHal.link(answer, "self", request, PATH + id);
        EpicHal.link(
                answer,
                "client",
                request,
                "/epic/client/v1/clients/" + policy.path("client").asText());
        return EpicHal.link(
                answer,
                "policyType",
                request,
                "/epic/policy/v2/types/" + policy.path("policyType").asText());
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> policy(@PathVariable("id") String id, HttpServletRequest request) {
        releases.may2026();
        EpicQuery query = new EpicQuery(request);
        Set<String> embed = query.also("embed", "client", "source", "organization", "policyType", "lines");
        query.check();
        return EpicHal.ok(whole(records.get(Kind.POLICY, id), embed, request));
    }

    private ObjectNode whole(ObjectNode policy, Set<String> embed, HttpServletRequest request) {
        ObjectNode answer = answered(policy, embed, request);
        answer.putArray("lines");
        for (ObjectNode line : records.all(Kind.LINE)) {
            if (line.path("policy").asText().equals(policy.path("id").asText())) {
                answer.withArray("/lines").add(line.path("id").asText());
                if (embed.contains("lines")) {
                    answer.withArray("/_embedded/lines").add(brief(line, request));
                }
            }
        }
        return answer;
    }

    private static ObjectNode brief(ObjectNode line, HttpServletRequest request) {
        ObjectNode brief = line.deepCopy().retain("id", "billMode", "effectiveOn", "expirationOn", "issuingLocation");
        if (line.path("_cancellationDate").isTextual()) {
            brief.set("cancellationDate", line.path("_cancellationDate"));
        }
        EpicCatalog.byId(EpicCatalog.TYPES, line.path("lineType").asText()).ifPresent(type -> {
            brief.set("lineType", type.deepCopy().retain("id", "code", "description"));
            brief.set("businessType", type.path("businessType"));
        });
        return EpicHal.link(
                brief,
                "self",
                request,
                "/epic/policy/v2/lines/" + line.path("id").asText());
    }

    /** Half of it kept is a policy without its line. */
    @PostMapping
    ResponseEntity<ObjectNode> create(@RequestBody ObjectNode body, HttpServletRequest request) {
        checks.policy(body);
        String id = UUID.randomUUID().toString();
        ObjectNode policy = body.deepCopy()
                .retain(
                        "description",
                        "effectiveOn",
                        "expirationOn",
                        "policyNumber",
                        "policyType",
                        "client",
                        "premium",
                        "commission",
                        "source",
                        "turnOffPolicyDownload");
        policy.put("id", id);
        policy.put("status", body.path("status").asText("PROSPECTIVE"));
        policy.put("organization", body.at("/lines/0/organization").asText(checks.organization(body)));
        policy.put("datesChanged", false);
        policy.put(
                "historic",
                body.path("expirationOn")
                                .asText()
                                .compareTo(simulator.now().toLocalDate().toString())
                        < 0);
        policy.putNull("originalPolicy");
        EpicStamps.entered(policy, simulator);
        boolean half = simulator.halfWritten() && body.has("lines");
        String text = body.path("description").asText() + " "
                + body.path("policyNumber").asText("");
        simulator.mark(policy, "POLICY", request, text, !half);
        records.insert(Kind.POLICY, id, policy);
        if (body.has("lines") && !half) {
            lines.insert((ObjectNode) body.path("lines").get(0), policy);
        }
        return EpicHal.created(whole(policy, Set.of(), request));
    }
}
