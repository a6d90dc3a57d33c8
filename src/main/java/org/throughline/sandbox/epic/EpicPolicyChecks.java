package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the vendor documents that a new policy or line has to hold. */
@Component
@Profile("sandbox")
class EpicPolicyChecks {

    private final EpicRecords records;
    private final EpicDirectory directory;
    private final EpicEmbeds embeds;

    EpicPolicyChecks(EpicRecords records, EpicDirectory directory, EpicEmbeds embeds) {
        this.records = records;
        this.directory = directory;
        this.embeds = embeds;
    }

    void policy(JsonNode body) {
        List<String> wrong = new ArrayList<>();
        required(body, wrong, "description", "effectiveOn", "expirationOn", "policyType", "client");
        longest(body, "description", 125, wrong);
        longest(body, "policyNumber", 25, wrong);
        days(body, wrong);
        oneOf(body, "status", List.of("PROSPECTIVE", "CONTRACTED"), wrong);
        known(body, "policyType", EpicCatalog.byId(EpicCatalog.TYPES, text(body, "policyType")), wrong);
        known(body, "client", records.find(Kind.CLIENT, text(body, "client")), wrong);
        known(body, "source", EpicCatalog.byId(EpicCatalog.SOURCES, text(body, "source")), wrong);
        EpicMoney.check(body.path("premium"), "premium", wrong);
        EpicMoney.check(body.path("commission"), "commission", wrong);
        JsonNode lines = body.path("lines");
        if (!lines.isMissingNode()) {
            if (lines.isArray() && lines.size() == 1 && lines.get(0).isObject()) {
                line(lines.get(0), wrong);
            } else {
                wrong.add("lines has to hold one line");
            }
        }
        refuse(wrong);
    }

    void line(JsonNode body) {
        List<String> wrong = new ArrayList<>();
        required(body, wrong, "policy");
        known(body, "policy", records.find(Kind.POLICY, text(body, "policy")), wrong);
        line(body, wrong);
        refuse(wrong);
    }

    private void line(JsonNode body, List<String> wrong) {
        required(body, wrong, "status", "lineType", "organization", "billMode");
        required(body.path("issuingLocation"), wrong, "stateOrProvince", "country");
        longest(body.path("issuingLocation"), "stateOrProvince", 2, wrong);
        longest(body.path("issuingLocation"), "country", 3, wrong);
        days(body, wrong);
        known(body, "status", EpicCatalog.byId(EpicCatalog.STATUSES, text(body, "status")), wrong);
        known(body, "lineType", EpicCatalog.byId(EpicCatalog.TYPES, text(body, "lineType")), wrong);
        known(body, "issuingCompany", directory.account(text(body, "issuingCompany")), wrong);
        if (body.hasNonNull("organization") && !embeds.organizationKnown(text(body, "organization"))) {
            wrong.add("organization is not known");
        }
        oneOf(body, "billMode", List.of("AGENCY", "DIRECT"), wrong);
        oneOf(body.path("premiumPayable"), "type", List.of("EXTERNAL_BROKER", "CARRIER", "INTERNAL_BROKER"), wrong);
        oneOf(body.path("billTo"), "deliveryMethod", List.of("MAIL", "EMAIL", "FAX"), wrong);
        EpicMoney.check(body.path("premium"), "premium", wrong);
    }

    /** The organization that a policy of the client belongs to. */
    String organization(JsonNode body) {
        return records.find(Kind.CLIENT, text(body, "client"))
                .map(client -> client.path("organizations").path(0).asText())
                .orElse("");
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText("");
    }

    static void required(JsonNode body, List<String> wrong, String... fields) {
        for (String field : fields) {
            if (text(body, field).isBlank()) {
                wrong.add(field + " is required");
            }
        }
    }

    private static void longest(JsonNode body, String field, int length, List<String> wrong) {
        if (text(body, field).length() > length) {
            wrong.add(field + " is longer than " + length);
        }
    }

    private static void days(JsonNode body, List<String> wrong) {
        for (String field : List.of("effectiveOn", "expirationOn")) {
            try {
                if (body.hasNonNull(field)) {
                    LocalDate.parse(text(body, field));
                }
            } catch (DateTimeParseException noDay) {
                wrong.add(field + " has to be a day as in 2026-11-23");
            }
        }
        if (body.hasNonNull("effectiveOn")
                && body.hasNonNull("expirationOn")
                && text(body, "effectiveOn").compareTo(text(body, "expirationOn")) >= 0) {
            wrong.add("expirationOn has to be after effectiveOn");
        }
    }

    static void oneOf(JsonNode body, String field, List<String> allowed, List<String> wrong) {
        if (body.hasNonNull(field) && !allowed.contains(text(body, field))) {
            wrong.add(field + " has to be one of " + String.join(", ", allowed));
        }
    }

    static void known(JsonNode body, String field, Optional<?> found, List<String> wrong) {
        if (body.hasNonNull(field) && found.isEmpty()) {
            wrong.add(field + " is not known");
        }
    }

    static void refuse(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw EpicProblem.invalid(wrong);
        }
    }
}
