package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.sandbox.vendor.SimulatorStore;

/** The OData lists, whole or one row by its key, and two older searches that the vendor's own client still calls. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsListController {

    private final NowCertsLists lists;
    private final NowCertsRecords records;

    NowCertsListController(NowCertsLists lists, NowCertsRecords records) {
        this.lists = lists;
        this.records = records;
    }

    @GetMapping({"/{name:[A-Za-z]+List}", "/{name:[A-Za-z]+List}()"})
    ObjectNode list(@PathVariable("name") String name, @RequestParam Map<String, String> query) {
        List<ObjectNode> rows = rows(name);
        return new ODataPage(query).of(name, expanded(name, rows, query.get("$expand")));
    }

    @GetMapping("/{name:[A-Za-z]+List}({key:[^()]+})")
    ObjectNode one(
            @PathVariable("name") String name,
            @PathVariable("key") String key,
            @RequestParam Map<String, String> query) {
        String id = key.replace("'", "");
        return expanded(name, rows(name), query.get("$expand")).stream()
                .filter(row -> ODataPage.id(row).equalsIgnoreCase(id))
                .findFirst()
                .map(row -> new ODataPage(query).one(name, row))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<ObjectNode> rows(String name) {
        return lists.rows(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A policy's lines of business are documented with the list but absent from its sample: they come when asked for. */
    private static List<ObjectNode> expanded(String name, List<ObjectNode> rows, @Nullable String expand) {
        if (expand == null || expand.isBlank()) {
            return rows;
        }
        if (!name.startsWith("Policy") || !expand.strip().equalsIgnoreCase("lineOfBusinesses")) {
            throw new IllegalArgumentException("'" + expand + "' cannot be expanded");
        }
        return rows.stream()
                .map(row -> {
                    ObjectNode policy = row.deepCopy();
                    ArrayNode lines = policy.putArray("lineOfBusinesses");
                    policy.path("_linesOfBusiness")
                            .forEach(line -> lines.addObject().put("lineOfBusinessName", line.asText()));
                    return policy;
                })
                .toList();
    }

    /** The practice agency has no fields of its own. */
    @GetMapping("/CustomPanel/GetStructure")
    ArrayNode customPanels() {
        return Answers.JSON.createArrayNode();
    }

    @GetMapping("/Policy/FindPolicies")
    ArrayNode findPolicies(@RequestParam Map<String, String> query) {
        Stream<ObjectNode> found = records.all(Kind.POLICY).stream();
        found = containing(found, query.get("Number"), "number");
        found = starting(found, query.get("EffD"), "effectiveDate");
        found = starting(found, query.get("ExpD"), "expirationDate");
        found = containing(found, query.get("Carrier"), "carrierName");
        found = containing(found, query.get("IId"), "insuredDatabaseId");
        found = containing(found, query.get("ICommN"), "insuredCommercialName");
        found = containing(found, query.get("IEmail"), "insuredEmail");
        found = containing(found, query.get("IFN"), "insuredFirstName");
        found = containing(found, query.get("ILN"), "insuredLastName");
        String line = query.get("Lob");
        ArrayNode answer = Answers.JSON.createArrayNode();
        found.filter(row ->
                        line == null || row.path("_linesOfBusiness").toString().contains(line))
                .forEach(row -> answer.add(SimulatorStore.answered(row)));
        return answer;
    }

    @GetMapping("/Customers/GetCustomersList")
    ObjectNode customers(@RequestParam Map<String, String> query) {
        Stream<ObjectNode> found = records.all(Kind.INSURED).stream();
        String name = query.get("search.Name");
        found = found.filter(row -> name == null
                || contains(row, "commercialName", name)
                || contains(row, "firstName", name)
                || contains(row, "lastName", name));
        found = containing(found, query.get("search.Email"), "eMail");
        found = containing(found, query.get("search.Phone"), "phone");
        found = containing(found, query.get("search.Address"), "addressLine1");
        found = containing(found, query.get("search.CustomerId"), "customerId");
        found = containing(found, query.get("search.InsuredId"), "insuredId");
        List<ObjectNode> rows = found.toList();
        ObjectNode answer = Answers.JSON.createObjectNode().put("count", rows.size());
        long size = number(query, "paging.PageSize", Math.max(1, rows.size()));
        ArrayNode page = answer.putArray("result");
        rows.stream()
                .skip(Math.max(0, number(query, "paging.PageNumber", 1) - 1) * size)
                .limit(size)
                .forEach(row -> page.add(SimulatorStore.answered(row)));
        return answer;
    }

    private static long number(Map<String, String> query, String name, long usual) {
        String text = query.getOrDefault(name, "");
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : usual;
    }

    private static Stream<ObjectNode> containing(Stream<ObjectNode> rows, @Nullable String wanted, String field) {
        return wanted == null ? rows : rows.filter(row -> contains(row, field, wanted));
    }

    private static Stream<ObjectNode> starting(Stream<ObjectNode> rows, @Nullable String wanted, String field) {
        Function<ObjectNode, String> value = row -> row.path(field).asText();
        return wanted == null
                ? rows
                : rows.filter(row -> value.apply(row).startsWith(wanted.substring(0, Math.min(10, wanted.length()))));
    }

    private static boolean contains(ObjectNode row, String field, String part) {
        return row.path(field).asText("").toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
