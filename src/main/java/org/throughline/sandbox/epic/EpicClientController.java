package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.SimulatorStore;

/** Clients and contacts as they are seen in other people's programs; the vendor's own description was not found. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/epic")
class EpicClientController {

    private static final String CLIENTS = "/epic/client/v1/clients/";
    private static final String CONTACTS = "/epic/contact/v1/contacts/";

    private final EpicRecords records;

    EpicClientController(EpicRecords records) {
        this.records = records;
    }

    @GetMapping("/client/v1/clients")
    ResponseEntity<ObjectNode> clients(HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request)
                .isOrContains("name", row -> row.path("name").asText())
                .isOrContains("lookupCode", row -> row.path("lookupCode").asText())
                .active("active_status", row -> row.path("active").asBoolean());
        Set<String> embed = query.also("embed", "accountSource", "organizations");
        return EpicHal.ok(query.page(records.all(Kind.CLIENT), "clients", client -> answered(client, embed, request)));
    }

    @GetMapping("/client/v1/clients/{id}")
    ResponseEntity<ObjectNode> client(@PathVariable("id") String id, HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request);
        Set<String> embed = query.also("embed", "accountSource", "organizations");
        query.check();
        return EpicHal.ok(answered(records.get(Kind.CLIENT, id), embed, request));
    }

    private static ObjectNode answered(ObjectNode client, Set<String> embed, HttpServletRequest request) {
        String id = client.path("id").asText();
        ObjectNode answer = EpicHal.link(SimulatorStore.answered(client), "self", request, CLIENTS + id);
        if (embed.contains("organizations")) {
            client.path("organizations")
                    .forEach(organization -> answer.withArray("/_embedded/organizations")
                            .addObject()
                            .put("id", organization.asText()));
        }
        if (embed.contains("accountSource")) {
            answer.withObject("/_embedded/accountSource").put("description", "Practice book");
        }
        return EpicHal.link(answer, "account", request, "/epic/account/v1/accounts/" + id);
    }

    /** That {@code account} and the e-mail address filter is assumed. */
    @GetMapping("/contact/v1/contacts")
    ResponseEntity<ObjectNode> contacts(HttpServletRequest request) {
        EpicQuery query =
                new EpicQuery(request).id("account", row -> row.path("account").asText());
        among(query, "phoneNumber", "phoneNumbers", "number");
        among(query, "email", "emails", "emailAddress");
        Set<String> embed = query.also("embed", "account");
        return EpicHal.ok(
                query.page(records.all(Kind.CONTACT), "contacts", contact -> contact(contact, embed, request)));
    }

    private static void among(EpicQuery query, String parameter, String list, String field) {
        String whole = query.given(parameter);
        String part = query.given(parameter + "_contains");
        if (whole != null) {
            query.filter(row -> any(row, list, field, whole, false));
        }
        if (part != null) {
            query.filter(row -> any(row, list, field, part, true));
        }
    }

    private static boolean any(ObjectNode row, String list, String field, @Nullable String wanted, boolean part) {
        String text = String.valueOf(wanted).toLowerCase(Locale.ROOT);
        for (var each : row.path(list)) {
            String value = each.path(field).asText().toLowerCase(Locale.ROOT);
            if (part ? value.contains(text) : value.equals(text)) {
                return true;
            }
        }
        return false;
    }

    @GetMapping("/contact/v1/contacts/{id}")
    ResponseEntity<ObjectNode> contact(@PathVariable("id") String id, HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request);
        Set<String> embed = query.also("embed", "account");
        query.check();
        return EpicHal.ok(contact(records.get(Kind.CONTACT, id), embed, request));
    }

    private ObjectNode contact(ObjectNode contact, Set<String> embed, HttpServletRequest request) {
        ObjectNode answer = EpicHal.link(
                SimulatorStore.answered(contact),
                "self",
                request,
                CONTACTS + contact.path("id").asText());
        if (embed.contains("account")) {
            ObjectNode client = records.get(Kind.CLIENT, contact.path("account").asText());
            answer.withObject("/_embedded").set("account", EpicCatalog.brief(client));
        }
        return answer;
    }
}
