package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes an activity of what was sent: checks it as documented, and fills in what its code says. */
@Component
@Profile("sandbox")
class EpicActivityDraft {

    private final EpicRecords records;
    private final EpicDirectory directory;

    EpicActivityDraft(EpicRecords records, EpicDirectory directory) {
        this.records = records;
        this.directory = directory;
    }

    ObjectNode activity(JsonNode body) {
        List<String> wrong = new ArrayList<>();
        String codeId = body.at("/code/id").asText(body.at("/activityCode/id").asText(""));
        Optional<ObjectNode> code = EpicCatalog.byId(EpicCatalog.ACTIVITY_CODES, codeId)
                .filter(row -> !row.path("code").asText().startsWith("@"));
        if (code.isEmpty()) {
            wrong.add("code.id has to be an activity code of the agency's own");
        }
        EpicPolicyChecks.required(body, wrong, "description");
        ObjectNode account = account(body.path("association"), wrong);
        ObjectNode owner =
                owner(body, code.map(row -> row.path("_owner").asText("")).orElse(""), wrong);
        String status = body.path("status")
                .asText(code.map(row -> row.path("_status").asText()).orElse("OPEN"));
        ObjectNode closed = closed(body, status, wrong);
        for (String field : List.of("startFollowUpOn", "endFollowUpOn", "followUpReminderOn")) {
            checkTime(body, field, wrong);
        }
        note(body.path("note"), wrong);
        EpicPolicyChecks.refuse(wrong);

        ObjectNode activity = EpicHal.JSON.createObjectNode();
        activity.put("id", UUID.randomUUID().toString());
        activity.set("account", account);
        activity.putObject("association")
                .put("type", body.at("/association/type").asText())
                .put("id", body.at("/association/id").asText());
        ObjectNode brief = code.orElseThrow().deepCopy().retain("id", "code");
        activity.set("code", brief);
        activity.set("activityCode", brief.deepCopy());
        activity.put("description", body.path("description").asText());
        activity.set("owner", owner);
        for (String field : List.of("startFollowUpOn", "endFollowUpOn", "followUpReminderOn")) {
            if (body.hasNonNull(field)) {
                activity.set(field, body.path(field));
            }
        }
        activity.put("status", status);
        if (closed != null) {
            activity.set("closed", closed);
        }
        return activity;
    }

    void checkNote(JsonNode body) {
        List<String> wrong = new ArrayList<>();
        EpicPolicyChecks.required(body, wrong, "content");
        note(body, wrong);
        EpicPolicyChecks.refuse(wrong);
    }

    private static void note(JsonNode note, List<String> wrong) {
        String level = note.at("/accessLevel/id").asText("");
        if (!level.isEmpty()
                && EpicCatalog.byId(EpicCatalog.ACCESS_LEVELS, level).isEmpty()) {
            wrong.add("note.accessLevel.id is not known");
        }
    }

    /** The account that the associated item belongs to; items that the practice agency does not have are not found. */
    private @Nullable ObjectNode account(JsonNode association, List<String> wrong) {
        String type = association.path("type").asText("");
        String id = association.path("id").asText("");
        if (type.isEmpty() || id.isEmpty()) {
            wrong.add("association.type and association.id are required");
            return null;
        }
        if (type.equals("CLIENT")) {
            checkOrganization(association.path("organization"), wrong);
        }
        Optional<ObjectNode> client = switch (type) {
            case "CLIENT" -> records.find(Kind.CLIENT, id);
            case "POLICY" -> records.find(Kind.POLICY, id).flatMap(this::client);
            case "LINE" -> records.find(Kind.LINE, id).flatMap(this::client);
            case "CONTACT" ->
                records.find(Kind.CONTACT, id)
                        .flatMap(row ->
                                records.find(Kind.CLIENT, row.path("account").asText()));
            case "COMPANY", "BROKER", "EMPLOYEE" -> directory.account(id);
            default -> Optional.empty();
        };
        if (client.isEmpty()) {
            wrong.add("association.id is no " + type + " that is known");
            return null;
        }
        ObjectNode account = EpicHal.JSON.createObjectNode();
        boolean other = List.of("COMPANY", "BROKER", "EMPLOYEE").contains(type);
        account.set("id", client.get().path("id"));
        account.put("type", other ? type : "CLIENT");
        account.set("lookupCode", client.get().path("lookupCode"));
        return account.set("name", client.get().path("name"));
    }

    private Optional<ObjectNode> client(ObjectNode row) {
        return records.find(Kind.CLIENT, row.path("client").asText());
    }

    private void checkOrganization(JsonNode organization, List<String> wrong) {
        String branch = organization.at("/branch/id").asText("");
        boolean known = organization.at("/agency/id").asText("").equals(EpicDirectory.AGENCY)
                && EpicCatalog.byId(directory.branches(), branch).isPresent();
        if (!known) {
            wrong.add("association.organization has to name an agency and its branch where the type is CLIENT");
        }
    }

    private @Nullable ObjectNode owner(JsonNode body, String usual, List<String> wrong) {
        JsonNode given = body.path("owner");
        EpicPolicyChecks.oneOf(given, "type", List.of("EMPLOYEE", "WORK_GROUP"), wrong);
        boolean group = given.path("type").asText().equals("WORK_GROUP");
        String id = given.path("id").asText(usual);
        List<ObjectNode> owners = group ? directory.workGroups() : directory.employees();
        Optional<ObjectNode> owner = EpicCatalog.byId(owners, id);
        if (owner.isEmpty()) {
            wrong.add(
                    id.isEmpty()
                            ? "owner is required, because the activity code has none"
                            : "owner.id is no owner that is known");
            return null;
        }
        return EpicDirectory.owner(owner.get()).put("type", group ? "WORK_GROUP" : "EMPLOYEE");
    }

    private static @Nullable ObjectNode closed(JsonNode body, String status, List<String> wrong) {
        EpicPolicyChecks.oneOf(body, "status", List.of("OPEN", "CLOSED"), wrong);
        if (!status.equals("CLOSED")) {
            return null;
        }
        boolean successful = body.at("/closed/successful").asBoolean(true);
        String reason = body.at("/closed/unsuccessfulReason").asText("");
        boolean known = EpicCatalog.UNSUCCESSFUL_REASONS.stream()
                .anyMatch(row -> row.path("description").asText().equals(reason));
        if (!successful && !known) {
            wrong.add("closed.unsuccessfulReason has to be one of the agency's own");
        }
        ObjectNode closed = EpicHal.JSON.createObjectNode().put("successful", successful);
        return successful ? closed : closed.put("unsuccessfulReason", reason);
    }

    private static void checkTime(JsonNode body, String field, List<String> wrong) {
        String value = body.path(field).asText("");
        try {
            if (value.length() > 10) {
                DateTimeFormatter.ISO_DATE_TIME.parse(value);
            } else if (!value.isEmpty()) {
                DateTimeFormatter.ISO_LOCAL_DATE.parse(value);
            }
        } catch (DateTimeException noTime) {
            wrong.add(field + " has to be a time as in 2026-11-23T18:00:00Z");
        }
    }
}
