package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.SimulatorStore;

/** Accounts of all types: lists, search by e-mail address and telephone number, and what hangs on an account. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/epic/account/v1")
class EpicAccountController {

    private static final String PATH = "/epic/account/v1/accounts/";
    private static final List<String> TYPES =
            List.of("BROKER", "CLIENT", "COMPANY", "EMPLOYEE", "FINANCE_COMPANY", "OTHER_INTEREST", "VENDOR");

    private final EpicRecords records;
    private final EpicDirectory directory;
    private final EpicReleases releases;

    EpicAccountController(EpicRecords records, EpicDirectory directory, EpicReleases releases) {
        this.records = records;
        this.directory = directory;
        this.releases = releases;
    }

    @GetMapping("/accounts")
    ResponseEntity<ObjectNode> accounts(HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request)
                .isOrContains("name", row -> row.path("name").asText())
                .isOrContains("lookupCode", row -> row.path("lookupCode").asText())
                .words("type", TYPES, null, row -> row.path("type").asText())
                .active("active_status", row -> row.path("active").asBoolean());
        String search = query.given("search");
        if (search != null) {
            query.filter(row -> contains(row, "name", search) || contains(row, "lookupCode", search));
        }
        return EpicHal.ok(query.page(all(), "accounts", row -> linked(row, request)));
    }

    private static boolean contains(ObjectNode row, String field, String part) {
        return row.path(field).asText().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        records.all(Kind.CLIENT).forEach(client -> all.add(account(client)));
        all.addAll(directory.accounts());
        return all;
    }

    private static ObjectNode account(ObjectNode client) {
        return client.deepCopy().retain("id", "name", "lookupCode", "active").put("type", "CLIENT");
    }

    private static ObjectNode linked(ObjectNode row, HttpServletRequest request) {
        String id = row.path("id").asText();
        ObjectNode answer = SimulatorStore.answered(row);
        boolean client = row.path("type").asText().equals("CLIENT");
        return EpicHal.link(answer, "self", request, client ? "/epic/client/v1/clients/" + id : PATH + id);
    }

    /** One of telephone number and e-mail address is needed. That a malformed one is answered with 412 is assumed. */
    @GetMapping("/accounts/search")
    ResponseEntity<ObjectNode> search(HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request)
                .words("type", TYPES, null, row -> row.path("type").asText());
        String phone = query.given("phoneNumber");
        String phonePart = query.given("phoneNumber_contains");
        String email = query.given("email");
        String emailPart = query.given("email_contains");
        Set<String> expand = query.also("expand", "matchedResults");
        query.check();
        if (phone == null && phonePart == null && email == null && emailPart == null) {
            throw EpicProblem.invalid("One of phoneNumber, phoneNumber_contains, email, email_contains is required");
        }
        boolean malformed = (phone != null && !phone.matches("\\+[1-9]\\d{6,14}"))
                || (email != null && !email.matches("[^@\\s]+@[^@\\s]+"));
        if (malformed) {
            throw new EpicProblem(
                    412,
                    "Failed Precondition",
                    "One or more arguments are invalid",
                    List.of("phoneNumber has to be in E.164, email an address"));
        }
        Predicate<String> phones =
                text -> text.equals(phone) || (phonePart != null && text.contains(phonePart.replaceAll("[^+\\d]", "")));
        Predicate<String> emails = text -> text.equalsIgnoreCase(email)
                || (emailPart != null && text.toLowerCase(Locale.ROOT).contains(emailPart.toLowerCase(Locale.ROOT)));
        List<ObjectNode> found = new ArrayList<>();
        for (ObjectNode account : all()) {
            ObjectNode row = account.deepCopy();
            matched(row, phones, emails, expand.contains("matchedResults"), request);
            if (!row.path("matchedResults").isEmpty()) {
                found.add(row);
            }
        }
        return EpicHal.ok(query.page(found, "accounts", row -> linked(row, request)));
    }

    private void matched(
            ObjectNode account,
            Predicate<String> phones,
            Predicate<String> emails,
            boolean expanded,
            HttpServletRequest request) {
        account.putArray("matchedResults");
        String id = account.path("id").asText();
        account.path("_emails").forEach(email -> {
            if (emails.test(email.asText())) {
                ObjectNode match = account.withArray("/matchedResults").addObject();
                match.put("id", id).put("type", account.path("type").asText());
                if (expanded) {
                    match.putArray("emails").addObject().put("emailAddress", email.asText());
                }
                EpicHal.link(match, "self", request, PATH + id);
            }
        });
        for (ObjectNode contact : records.all(Kind.CONTACT)) {
            if (contact.path("account").asText().equals(id)) {
                ObjectNode match = match(contact, phones, emails, expanded);
                if (match != null) {
                    EpicHal.link(
                            match,
                            "self",
                            request,
                            "/epic/contact/v1/contacts/" + match.path("id").asText());
                    account.withArray("/matchedResults").add(match);
                }
            }
        }
    }

    private static @Nullable ObjectNode match(
            ObjectNode contact, Predicate<String> phones, Predicate<String> emails, boolean expanded) {
        ObjectNode match = EpicHal.JSON.createObjectNode();
        contact.path("phoneNumbers").forEach(each -> {
            if (phones.test(each.path("number").asText())) {
                match.withArray("/phoneNumbers").add(each);
            }
        });
        contact.path("emails").forEach(each -> {
            if (emails.test(each.path("emailAddress").asText())) {
                match.withArray("/emails").add(each);
            }
        });
        if (match.isEmpty()) {
            return null;
        }
        match.put("id", contact.path("id").asText()).put("type", "CONTACT");
        return expanded ? match : match.retain("id", "type");
    }

    @GetMapping("/accounts/{id}")
    ResponseEntity<ObjectNode> account(@PathVariable("id") String id, HttpServletRequest request) {
        new EpicQuery(request).check();
        return EpicHal.ok(EpicHal.link(SimulatorStore.answered(find(id)), "self", request, PATH + id));
    }

    private ObjectNode find(String id) {
        return records.find(Kind.CLIENT, id)
                .map(EpicAccountController::account)
                .or(() -> directory.account(id))
                .orElseThrow(EpicProblem::missing);
    }

    /** The practice book has none. */
    @GetMapping("/accounts/{id}/relationships")
    ResponseEntity<ObjectNode> relationships(@PathVariable("id") String id, HttpServletRequest request) {
        releases.may2026();
        find(id);
        EpicQuery query = new EpicQuery(request)
                .id("relatedAccount", row -> "")
                .id("type", row -> "")
                .isOrContains("role", row -> "")
                .active("active_status", row -> true);
        query.also("embed", "relatedAccount", "type");
        return EpicHal.ok(query.page(List.of(), "relationships", row -> row));
    }

    /** For clients only, as documented; the practice agency keeps the tier of its service there. */
    @GetMapping("/accounts/{id}/agency-defined-categories")
    ResponseEntity<ObjectNode> categories(@PathVariable("id") String id, HttpServletRequest request) {
        releases.may2026();
        ObjectNode client = records.get(Kind.CLIENT, id);
        ObjectNode category = EpicHal.JSON.createObjectNode();
        category.put("id", EpicHal.id("category " + id));
        category.put("category", "Service tier");
        category.put("option", client.path("_tier").asText());
        EpicQuery query = new EpicQuery(request)
                .isOrContains("category", row -> row.path("category").asText())
                .isOrContains("option", row -> row.path("option").asText());
        return EpicHal.ok(query.page(
                List.of(category),
                "agencyDefinedCategories",
                row -> EpicHal.link(
                        row,
                        "self",
                        request,
                        PATH + id + "/agency-defined-categories/"
                                + row.path("id").asText())));
    }
}
