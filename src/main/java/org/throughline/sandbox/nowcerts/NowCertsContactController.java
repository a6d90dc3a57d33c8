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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/**
 * Contacts of the simulated system. Kept as the vendor's list {@code PrincipalList} answers them; the call for the contacts
 * of an insured spells the addresses in another way and gives the type as a number.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsContactController {

    /** In the order of the vendor's table, which counts from 0. */
    static final List<String> TYPES =
            List.of("Owner", "Contact", "Other", "Spouse", "Manager", "Board_Member", "Underwriter", "Office_Manager");

    private static final List<String> REQUIRED = List.of("first_name", "last_name", "type");
    private static final Map<String, String> NAMES =
            Map.of("first_name", "firstName", "middle_name", "middleName", "last_name", "lastName", "type", "type");
    private static final Map<String, String> FIELDS = Map.of(
            "description", "description",
            "personal_email", "personalEmail",
            "business_email", "businessEmail",
            "home_phone", "homePhone",
            "office_phone", "officePhone",
            "cell_phone", "cellPhone",
            "personal_fax", "personalFax",
            "business_fax", "businessFax");

    private final NowCertsRecords records;
    private final Simulator simulator;

    NowCertsContactController(NowCertsRecords records, Simulator nowCertsSimulator) {
        this.records = records;
        this.simulator = nowCertsSimulator;
    }

    @PostMapping("/Insured/InsuredContacts")
    ArrayNode insuredContacts(@RequestBody JsonNode body) {
        List<String> ids = NowCertsLookupController.ids(body, "InsuredDataBaseId");
        ArrayNode contacts = Answers.JSON.createArrayNode();
        records.all(Kind.CONTACT).stream()
                .filter(row -> ids.contains(row.path("insuredDatabaseId").asText()))
                .forEach(row -> contacts.add(ofInsured(SimulatorStore.answered(row))));
        return contacts;
    }

    private static ObjectNode ofInsured(ObjectNode row) {
        row.set("personalEMail", row.remove("personalEmail"));
        row.set("businessEMail", row.remove("businessEmail"));
        row.put("type", Math.max(0, TYPES.indexOf(row.path("type").asText())));
        return row;
    }

    /**
     * Updates the contact of {@code database_id}, else the insured's contact of that first and last name, else inserts.
     * What is not given stays as it is. Of a half-written one the names arrive and the values are lost.
     */
    @PostMapping("/Zapier/InsertPrincipal")
    ObjectNode upsert(@RequestBody ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> refusal = NowCertsWriteController.missing(body, REQUIRED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<ObjectNode> insured =
                records.find(Kind.INSURED, body.path("insured_database_id").asText(""));
        Optional<ObjectNode> existing = records.find(
                        Kind.CONTACT, body.path("database_id").asText(""))
                .or(() -> insured.flatMap(one -> named(one, body)));
        if (existing.isEmpty() && insured.isEmpty()) {
            return Answers.refused("The insured was not found.");
        }
        ObjectNode contact = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        String id = contact.path("databaseId").asText(UUID.randomUUID().toString());
        contact.put("databaseId", id);
        insured.ifPresent(one -> contact.put("insuredDatabaseId", one.path("id").asText()));
        boolean half = simulator.halfWritten();
        take(NAMES, body, contact);
        if (!half) {
            take(FIELDS, body, contact);
        }
        contact.put("changeDate", simulator.iso());
        String name =
                body.path("first_name").asText() + " " + body.path("last_name").asText();
        simulator.mark(contact, "OTHER", request, "Contact " + name, !half);
        if (existing.isPresent()) {
            records.update(Kind.CONTACT, id, contact);
        } else {
            records.insert(Kind.CONTACT, id, contact);
        }
        ObjectNode answer = Answers.JSON
                .createObjectNode()
                .put("status", 1)
                .put("message", "Principal " + name + " has been imported.");
        return answer.set("data", body.deepCopy().put("database_id", id));
    }

    private Optional<ObjectNode> named(ObjectNode insured, ObjectNode body) {
        return records.all(Kind.CONTACT).stream()
                .filter(row -> row.path("insuredDatabaseId").equals(insured.path("id")))
                .filter(row -> row.path("firstName")
                                .asText()
                                .equalsIgnoreCase(body.path("first_name").asText())
                        && row.path("lastName")
                                .asText()
                                .equalsIgnoreCase(body.path("last_name").asText()))
                .findFirst();
    }

    private static void take(Map<String, String> fields, ObjectNode body, ObjectNode contact) {
        fields.forEach((given, kept) -> {
            if (body.hasNonNull(given)) {
                contact.put(kept, body.path(given).asText());
            }
        });
    }
}
