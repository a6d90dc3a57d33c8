package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds whom a write is about, as its calls allow: by key, else by e-mail address, else by name. */
@Component
@Profile("sandbox")
class InsuredMatch {

    private final NowCertsRecords records;

    InsuredMatch(NowCertsRecords records) {
        this.records = records;
    }

    /** By the fields of a write, in either way of writing their names. */
    Optional<ObjectNode> find(JsonNode body) {
        String id = either(body, "insured_database_id", "insured_id");
        String email = either(body, "insured_email");
        String company = either(body, "insured_commercial_name", "insured_name");
        String first = either(body, "insured_first_name");
        String last = either(body, "insured_last_name");
        return records.find(Kind.INSURED, id)
                .or(() -> first(row -> same(row, "eMail", email)))
                .or(() -> first(row -> same(row, "commercialName", company)))
                .or(() -> first(row -> same(row, "firstName", first) && same(row, "lastName", last)));
    }

    private Optional<ObjectNode> first(Predicate<ObjectNode> test) {
        return records.all(Kind.INSURED).stream().filter(test).findFirst();
    }

    private static boolean same(ObjectNode row, String field, String wanted) {
        return !wanted.isBlank() && row.path(field).asText("").equalsIgnoreCase(wanted.strip());
    }

    private static String either(JsonNode body, String... names) {
        for (String name : names) {
            for (String written : new String[] {name, Names.camel(name)}) {
                String value = body.path(written).asText("");
                if (!value.isBlank()) {
                    return value;
                }
            }
        }
        return "";
    }

    /** Writes who the insured is into a row, as lists show it. */
    static void show(ObjectNode row, JsonNode insured) {
        row.set("insuredDatabaseId", insured.path("id"));
        row.set("insuredEmail", insured.path("eMail"));
        row.set("insuredFirstName", insured.path("firstName"));
        row.set("insuredLastName", insured.path("lastName"));
        row.set("insuredCommercialName", insured.path("commercialName"));
    }
}
