package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;

/** Policy search and creation at the gateway. There is no change and no deletion. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/ezlynx/policyapi")
class EzLynxPolicyController {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;
    private static final List<String> REQUIRED =
            List.of("accountId", "policyNumber", "lob", "effectiveDate", "expirationDate", "transactionType");

    private final EzLynxRecords records;
    private final EzLynxLogins logins;
    private final Simulator simulator;

    EzLynxPolicyController(EzLynxRecords records, EzLynxLogins logins, Simulator ezLynxSimulator) {
        this.records = records;
        this.logins = logins;
        this.simulator = ezLynxSimulator;
    }

    @ModelAttribute
    void scope(HttpServletRequest request) {
        logins.require(request, List.of("PolicyApi"));
    }

    /**
     * The number is the one filter, exact; any other is ignored without a word, and so the whole book comes. Names in
     * the address are taken in any case; pages count from 1.
     */
    @GetMapping("/policy/v1/search")
    ObjectNode search(@RequestParam Map<String, String> given) {
        Map<String, String> query = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        query.putAll(given);
        int page = number(query.getOrDefault("PageIndex", "1"));
        int size = Math.min(number(query.getOrDefault("PageSize", String.valueOf(USUAL_SIZE))), LARGEST_SIZE);
        String number = query.getOrDefault("PolicyNumber", "");
        List<ObjectNode> all = records.all(Kind.POLICY).stream()
                .filter(policy ->
                        number.isEmpty() || policy.path("policyNumber").asText().equalsIgnoreCase(number))
                .toList();
        ObjectNode answer = EzLynxRecords.JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        all.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(PolicyShapes::found)
                .forEach(results::add);
        answer.put("pageIndex", page);
        answer.put("pageSize", size);
        answer.put("totalSize", all.size());
        return answer;
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new Refused(400, "PageIndex and PageSize begin at 1.");
        }
        return Integer.parseInt(text);
    }

    /** Answers with the policy's number, bare. Every call makes another policy. */
    @PostMapping("/account/{applicantId:\\d+}/policy/v1/create")
    ResponseEntity<String> create(
            @PathVariable("applicantId") String applicantId, @RequestBody ObjectNode body, HttpServletRequest request) {
        records.applicant(applicantId);
        REQUIRED.stream()
                .filter(field -> body.path(field).asText("").isBlank())
                .findFirst()
                .ifPresent(field -> {
                    throw new Refused(400, "The " + field + " field is required.");
                });
        if (!body.path("accountId").isIntegralNumber()
                || !body.path("accountId").asText().equals(applicantId)) {
            throw new Refused(400, "accountId does not match the account.");
        }
        boolean half = simulator.halfWritten();
        long id = records.next(Kind.POLICY);
        ObjectNode row = EzLynxRecords.JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("id", id);
        row.put("applicantId", Long.parseLong(applicantId));
        row.put("policyNumber", body.path("policyNumber").asText());
        row.put("status", "Active");
        row.put("effectiveDate", day(body.path("effectiveDate")));
        row.put("expirationDate", day(body.path("expirationDate")));
        row.put("masterCompany", body.path("masterCompany").asInt(0));
        row.put("naicCode", EzLynxSeed.naic(body.path("masterCompany").asInt(0)));
        row.set("premium", half ? row.nullNode() : body.path("writtenPremium").deepCopy());
        row.putArray("lobs").add(body.path("lob").asText());
        row.put("ratingState", body.path("ratingState").asText(null));
        row.put("transactionType", body.path("transactionType").asText());
        if (row.path("premium").isMissingNode()) {
            row.putNull("premium");
        }
        simulator.mark(
                row,
                "POLICY",
                EzLynxEdge.asCalled(request),
                body.path("policyNumber").asText(),
                !half);
        records.insert(Kind.POLICY, String.valueOf(id), row);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(String.valueOf(id));
    }

    private static String day(JsonNode date) {
        String text = date.asText();
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text)
                    .toString();
        } catch (DateTimeParseException broken) {
            throw new Refused(400, "'" + text + "' is not a date.");
        }
    }
}
