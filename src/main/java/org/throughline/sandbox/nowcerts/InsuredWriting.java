package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;

/** Adds insureds and prospects, or changes them. Names of fields are taken in any case, as clients in use write them. */
@Component
@Profile("sandbox")
class InsuredWriting {

    private static final List<String> TYPES = List.of("Insured", "Prospect");
    private static final List<String> INSURED_TYPES =
            List.of("Commercial", "Personal", "LifeHealth_Group", "LifeHealth_Individual", "Medicare");
    private static final List<String> FIELDS = List.of(
            "commercialName",
            "firstName",
            "middleName",
            "lastName",
            "dateOfBirth",
            "dba",
            "addressLine1",
            "addressLine2",
            "city",
            "state",
            "zipCode",
            "eMail",
            "eMail2",
            "eMail3",
            "fax",
            "phone",
            "cellPhone",
            "smsPhone",
            "description",
            "website",
            "fein",
            "customerId",
            "insuredId",
            "coInsured_FirstName",
            "coInsured_MiddleName",
            "coInsured_LastName",
            "coInsured_DateOfBirth");
    /** Spellings of the vendor's own, older client. */
    private static final Map<String, String> OLDER = Map.of("eMail", "email", "phone", "phoneNumber", "zipCode", "zip");

    private final NowCertsRecords records;
    private final InsuredMatch insureds;
    private final Simulator simulator;

    InsuredWriting(NowCertsRecords records, InsuredMatch insureds, Simulator nowCertsSimulator) {
        this.records = records;
        this.insureds = insureds;
        this.simulator = nowCertsSimulator;
    }

    /** Changes the insured of that key, e-mail address or name, or adds one. */
    ObjectNode upsert(ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> existing = existing(body);
        ObjectNode row = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        return keep(row, body, existing.isPresent() ? "exists in database and has been overridden." : "", request);
    }

    /** Adds the insured, or fills what the one that is there has empty. */
    ObjectNode fill(ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> existing = existing(body);
        if (existing.isEmpty()) {
            return add(body, request);
        }
        ObjectNode row = Answers.JSON.createObjectNode();
        write(row, body);
        ObjectNode whole = existing.get().deepCopy();
        row.properties().stream()
                .filter(field -> whole.path(field.getKey()).asText("").isBlank())
                .forEach(field -> whole.set(field.getKey(), field.getValue()));
        return keep(whole, Answers.JSON.createObjectNode(), "exists in database.", request);
    }

    /** Always adds. */
    ObjectNode add(ObjectNode body, HttpServletRequest request) {
        return keep(Answers.JSON.createObjectNode(), body, "", request);
    }

    private Optional<ObjectNode> existing(ObjectNode body) {
        ObjectNode keys = Answers.JSON.createObjectNode();
        keys.put("insured_database_id", given(body, "databaseId").asText(""));
        keys.put("insured_email", given(body, "eMail").asText(""));
        keys.put("insured_commercial_name", given(body, "commercialName").asText(""));
        keys.put("insured_first_name", given(body, "firstName").asText(""));
        keys.put("insured_last_name", given(body, "lastName").asText(""));
        return insureds.find(keys);
    }

    private static JsonNode given(JsonNode body, String field) {
        JsonNode value = ODataFields.value(body, field);
        String older = OLDER.get(field);
        return value.isMissingNode() && older != null ? ODataFields.value(body, older) : value;
    }

    private static void write(ObjectNode row, JsonNode body) {
        for (String field : FIELDS) {
            JsonNode value = given(body, field);
            if (value.isValueNode() && !value.isNull()) {
                row.put(field, value.asText());
            }
        }
        word(row, body, "type", TYPES);
        word(row, body, "insuredType", INSURED_TYPES);
        JsonNode active = given(body, "active");
        if (!active.isMissingNode()) {
            row.put("active", active.asBoolean());
        }
    }

    private static void word(ObjectNode row, JsonNode body, String field, List<String> words) {
        JsonNode value = given(body, field);
        if (!value.isMissingNode() && !value.isNull()) {
            int at = value.asInt(-1);
            row.put(field, at >= 0 && at < words.size() ? words.get(at) : value.asText());
        }
    }

    private ObjectNode keep(ObjectNode row, ObjectNode body, String otherwise, HttpServletRequest request) {
        write(row, body);
        String name = (row.path("commercialName").asText("") + " "
                        + row.path("firstName").asText("") + " "
                        + row.path("lastName").asText(""))
                .strip();
        if (name.isEmpty()) {
            return Answers.refused("An insured needs a commercial name, or a first and a last name.");
        }
        String id = row.path("id").asText(UUID.randomUUID().toString());
        row.put("id", id);
        row.put("type", row.path("type").asText(TYPES.get(0)));
        row.put(
                "insuredType",
                row.path("insuredType").asText(INSURED_TYPES.get(row.hasNonNull("commercialName") ? 0 : 1)));
        row.put("active", row.path("active").asBoolean(true));
        row.put("createDate", row.path("createDate").asText(simulator.iso()));
        row.put("changeDate", simulator.iso());
        simulator.mark(row, "OTHER", request, "Insured " + name, true);
        records.keep(Kind.INSURED, id, row);
        return Answers.JSON
                .createObjectNode()
                .put("insuredDatabaseId", id)
                .put("status", 1)
                .put("message", "Insured '" + name + "' " + (otherwise.isEmpty() ? "has been imported" : otherwise));
    }
}
