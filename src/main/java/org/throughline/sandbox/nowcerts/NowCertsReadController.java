package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.sandbox.vendor.SimulatorStore;

/** Token and reads of the simulated API. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsReadController {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IDS = 50;
    private static final Map<String, Kind> LISTS = Map.of(
            "InsuredDetailList", Kind.INSURED,
            "PolicyDetailList", Kind.POLICY,
            "PolicyAdditionalInterestDetailList", Kind.INTEREST,
            "CertificateHolderList", Kind.HOLDER,
            "PrincipalList", Kind.CONTACT,
            "NotesList", Kind.NOTE,
            "TasksList", Kind.TASK,
            "ServiceRequestCertificateOfInsuranceList", Kind.CERTIFICATE_REQUEST);
    private static final List<String> COVERAGE_ARRAYS = List.of(
            "generalLiabilityCoverages",
            "automobileLiabilitiesCoverages",
            "excessUmbrellaLiabilitiesCoverages",
            "workerCompAndEmployersLiabilitiesCoverages",
            "propertyCoverages",
            "otherCoverages");

    private final NowCertsRecords records;
    private final NowCertsLogins logins;

    NowCertsReadController(NowCertsRecords records, NowCertsLogins logins) {
        this.records = records;
        this.logins = logins;
    }

    @PostMapping("/token")
    ResponseEntity<ObjectNode> token(
            @RequestParam("grant_type") String grant,
            @RequestParam(value = "username", defaultValue = "") String username,
            @RequestParam(value = "password", defaultValue = "") String password,
            @RequestParam(value = "refresh_token", defaultValue = "") String refreshToken,
            @RequestParam("client_id") String clientId) {
        boolean good = clientId.equals("ngAuthApp")
                && switch (grant) {
                    case "password" -> logins.passwordRight(username, password);
                    case "refresh_token" -> logins.spend(refreshToken);
                    default -> false;
                };
        if (good) {
            return ResponseEntity.ok(logins.issue());
        }
        ObjectNode error = JSON.createObjectNode();
        error.put("error", "invalid_grant");
        error.put("error_description", "The user name, password or refresh token is incorrect.");
        return ResponseEntity.badRequest().body(error);
    }

    @GetMapping("/{name:[A-Za-z]+List}")
    ObjectNode list(@PathVariable("name") String name, @RequestParam Map<String, String> query) {
        return page(name, query);
    }

    @GetMapping("/{name:[A-Za-z]+List}()")
    ObjectNode listWithParentheses(@PathVariable("name") String name, @RequestParam Map<String, String> query) {
        return page(name, query);
    }

    private ObjectNode page(String name, Map<String, String> query) {
        Kind kind = LISTS.get(name);
        if (kind == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No list " + name);
        }
        List<ObjectNode> found = records.all(kind).stream()
                .filter(filter(query.get("$filter")))
                .sorted(order(query.get("$orderby")))
                .toList();
        ObjectNode page = JSON.createObjectNode();
        page.put("@odata.context", "https://api.nowcerts.com/api/$metadata#" + name);
        if ("true".equals(query.get("$count"))) {
            page.put("@odata.count", found.size());
        }
        ArrayNode value = page.putArray("value");
        found.stream()
                .skip(number(query.get("$skip"), 0))
                .limit(number(query.get("$top"), 1000))
                .forEach(row -> value.add(SimulatorStore.answered(row)));
        return page;
    }

    private static Predicate<JsonNode> filter(@Nullable String filter) {
        try {
            return ODataQuery.parse(filter);
        } catch (IllegalArgumentException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, broken.getMessage(), broken);
        }
    }

    private static Comparator<JsonNode> order(@Nullable String orderby) {
        if (orderby == null || orderby.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The query must have an $orderby");
        }
        String wanted = orderby.strip();
        int space = wanted.indexOf(' ');
        String field = space < 0 ? wanted : wanted.substring(0, space);
        Comparator<JsonNode> order = Comparator.comparing(row -> row.path(field).asText(""));
        boolean descending = wanted.toLowerCase(Locale.ROOT).endsWith(" desc");
        return descending ? order.reversed() : order;
    }

    private static int number(@Nullable String text, int fallback) {
        return text == null ? fallback : Integer.parseInt(text);
    }

    @GetMapping("/Policy/StatusTypes")
    ArrayNode statusTypes() {
        ArrayNode types = JSON.createArrayNode();
        for (int at = 0; at < NowCertsWriteController.STATUSES.size(); at++) {
            types.addObject().put("key", at + 1).put("value", NowCertsWriteController.STATUSES.get(at));
        }
        return types;
    }

    @PostMapping("/Insured/InsuredPolicies")
    ArrayNode insuredPolicies(@RequestBody JsonNode body) {
        List<String> ids = ids(body, "InsuredDataBaseId");
        ArrayNode policies = JSON.createArrayNode();
        for (ObjectNode policy : records.all(Kind.POLICY)) {
            if (ids.contains(policy.path("insuredDatabaseId").asText())) {
                ObjectNode row = SimulatorStore.answered(policy);
                ArrayNode lines = row.putArray("linesOfBusiness");
                policy.path("_linesOfBusiness")
                        .forEach(line -> lines.addObject().put("lineOfBusinessName", line.asText()));
                policies.add(row);
            }
        }
        return policies;
    }

    /** A GET with a body, as documented. */
    @GetMapping("/Policy/Coverages")
    ObjectNode coverages(@RequestBody JsonNode body) {
        List<String> ids = ids(body, "PolicyDataBaseId");
        ObjectNode answer = JSON.createObjectNode();
        COVERAGE_ARRAYS.forEach(answer::putArray);
        for (ObjectNode row : records.all(Kind.COVERAGE)) {
            if (ids.contains(row.path("policyId").asText())) {
                answer.withArray(row.path("_array").asText()).add(SimulatorStore.answered(row));
            }
        }
        return answer;
    }

    /** The ids in an array of a call. */
    static List<String> ids(JsonNode body, String name) {
        List<String> ids = new ArrayList<>();
        body.path(name).forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty() || ids.size() > IDS) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, name + " takes 1 to " + IDS + " ids");
        }
        return ids;
    }
}
