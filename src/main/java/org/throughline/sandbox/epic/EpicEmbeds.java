package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts what was asked for beside the id that stands for it into a policy or a line. */
@Component
@Profile("sandbox")
class EpicEmbeds {

    private final EpicRecords records;
    private final EpicDirectory directory;

    EpicEmbeds(EpicRecords records, EpicDirectory directory) {
        this.records = records;
        this.directory = directory;
    }

    /** Each of {@code embed} that is named as the field that holds its id. */
    void into(ObjectNode answer, Set<String> embed) {
        for (String name : embed) {
            String id =
                    answer.path(name).path("account").asText(answer.path(name).asText());
            found(name, id).ifPresent(row -> answer.withObject("/_embedded").set(name, row));
        }
    }

    private Optional<ObjectNode> found(String name, String id) {
        return switch (name) {
            case "client" ->
                records.find(Kind.CLIENT, id).map(row -> EpicCatalog.brief(row).put("id", id));
            case "policyType", "lineType" ->
                EpicCatalog.byId(EpicCatalog.TYPES, id).map(EpicEmbeds::type);
            case "status" -> EpicCatalog.byId(EpicCatalog.STATUSES, id).map(EpicCatalog::brief);
            case "source" ->
                EpicCatalog.byId(EpicCatalog.SOURCES, id)
                        .map(row -> row.deepCopy().retain("id", "description"));
            case "issuingCompany", "premiumPayable" ->
                directory.account(id).map(row -> row.deepCopy().retain("id", "name", "lookupCode"));
            case "policy" -> records.find(Kind.POLICY, id).map(EpicEmbeds::policy);
            case "organization" -> organization(id);
            default -> Optional.empty();
        };
    }

    private static ObjectNode type(ObjectNode row) {
        return row.deepCopy().retain("id", "code", "description", "businessType");
    }

    private static ObjectNode policy(ObjectNode row) {
        ObjectNode brief = row.deepCopy().retain("id", "effectiveOn", "expirationOn", "description");
        return brief.put("number", row.path("policyNumber").asText());
    }

    /** Whether there is such an organization. */
    boolean organizationKnown(String id) {
        return organization(id).isPresent();
    }

    private Optional<ObjectNode> organization(String id) {
        for (ObjectNode branch : directory.branches()) {
            String branchId = branch.path("id").asText();
            for (String department : List.of("COM", "PER")) {
                if (EpicDirectory.organizationId(branchId, department).equals(id)) {
                    ObjectNode organization = EpicHal.JSON.createObjectNode();
                    organization.put("id", id);
                    organization.put("agency", EpicDirectory.AGENCY);
                    organization.put("branch", branchId);
                    organization.put("department", EpicHal.id("department " + department));
                    ObjectNode embedded = organization.putObject("_embedded");
                    embedded.putObject("agency")
                            .put("id", EpicDirectory.AGENCY)
                            .put("name", "Harborline Insurance")
                            .put("code", "HRB");
                    embedded.set("branch", branch.deepCopy());
                    embedded.putObject("department")
                            .put("id", EpicHal.id("department " + department))
                            .put("name", department.equals("COM") ? "Commercial lines" : "Personal lines")
                            .put("code", department);
                    return Optional.of(organization);
                }
            }
        }
        return Optional.empty();
    }
}
