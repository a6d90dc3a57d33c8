package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;

/** The accounts that are no clients: the practice agency's people and groups, its branches, carriers and wholesalers. */
@Component
@Profile("sandbox")
class EpicDirectory {

    static final String AGENCY = "e1000000-0000-4000-8000-000000000001";

    private final List<ObjectNode> branches = new ArrayList<>();
    private final List<ObjectNode> companies = new ArrayList<>();
    private final List<ObjectNode> brokers = new ArrayList<>();
    private final List<ObjectNode> employees = new ArrayList<>();
    private final List<ObjectNode> workGroups = new ArrayList<>();

    EpicDirectory(PracticeBook book) {
        for (JsonNode branch : book.list("agency").path("branches")) {
            branches.add(EpicHal.JSON
                    .createObjectNode()
                    .put("id", "e2000000-0000-4000-8000-00000000000" + (branches.size() + 1))
                    .put("name", branch.path("name").asText())
                    .put("code", branch.path("id").asText()));
        }
        for (JsonNode carrier : book.list("carriers")) {
            int number = 1;
            for (JsonNode company : carrier.path("writingCompanies")) {
                String name = company.path("name").asText();
                String code = carrier.path("code").asText() + "-" + number++;
                companies.add(account("COMPANY", companyId(name), name, code));
            }
        }
        for (JsonNode wholesaler : book.list("wholesalers")) {
            String code = wholesaler.path("id").asText();
            brokers.add(account(
                    "BROKER",
                    EpicHal.id("broker " + code),
                    wholesaler.path("name").asText(),
                    code));
        }
        for (JsonNode person : book.list("staff")) {
            ObjectNode employee = account(
                    "EMPLOYEE",
                    employeeId(person.path("userId").asText()),
                    person.path("name").asText(),
                    code(person.path("name").asText()));
            employee.putArray("_emails").add(person.path("email").asText(""));
            employees.add(employee);
        }
        for (JsonNode queue : book.list("queues")) {
            String name = queue.path("id").asText();
            workGroups.add(account("WORK_GROUP", EpicHal.id("group " + name), name, code(name)));
        }
    }

    private static ObjectNode account(String type, String id, String name, String lookupCode) {
        return EpicHal.JSON
                .createObjectNode()
                .put("id", id)
                .put("type", type)
                .put("name", name)
                .put("lookupCode", lookupCode)
                .put("active", true);
    }

    /** Lookup codes as the vendor's examples have them: {@code SANMA1} for Maria Santos. */
    private static String code(String name) {
        String[] words =
                name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z ]", " ").strip().split(" +", -1);
        String last = words[words.length > 1 ? 1 : 0];
        return last.substring(0, Math.min(3, last.length()))
                + words[0].substring(0, Math.min(2, words[0].length()))
                + "1";
    }

    static String companyId(String name) {
        return EpicHal.id("company " + name);
    }

    static String employeeId(String userId) {
        return EpicHal.id("employee " + userId);
    }

    /** The id of a branch by its code, of the first one where nobody says. */
    String branchId(String code) {
        return branches.stream()
                .filter(branch -> branch.path("code").asText().equals(code))
                .findFirst()
                .orElse(branches.get(0))
                .path("id")
                .asText();
    }

    /** The id of what an agency, a branch and a department make together. */
    static String organizationId(String branchId, String department) {
        return EpicHal.id("organization " + branchId + " " + department);
    }

    List<ObjectNode> branches() {
        return branches;
    }

    List<ObjectNode> companies() {
        return companies;
    }

    List<ObjectNode> employees() {
        return employees;
    }

    List<ObjectNode> workGroups() {
        return workGroups;
    }

    /** Every account that is no client. */
    List<ObjectNode> accounts() {
        List<ObjectNode> accounts = new ArrayList<>(companies);
        accounts.addAll(brokers);
        accounts.addAll(employees);
        return accounts;
    }

    Optional<ObjectNode> account(String id) {
        return accounts().stream()
                .filter(row -> row.path("id").asText().equals(id))
                .findFirst();
    }

    /** An owner of activities as the vendor lists it. */
    static ObjectNode owner(ObjectNode account) {
        return EpicHal.JSON
                .createObjectNode()
                .put("id", account.path("id").asText())
                .put("code", account.path("lookupCode").asText())
                .put("name", account.path("name").asText());
    }
}
