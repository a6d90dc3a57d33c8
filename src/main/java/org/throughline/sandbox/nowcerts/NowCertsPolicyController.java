package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Policies and quotes, written alone or together with their insured. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsPolicyController {

    private final PolicyWriting policies;
    private final InsuredWriting insureds;

    NowCertsPolicyController(PolicyWriting policies, InsuredWriting insureds) {
        this.policies = policies;
        this.insureds = insureds;
    }

    @PostMapping("/Policy/Insert")
    ObjectNode policy(@RequestBody ObjectNode body, HttpServletRequest request) {
        return alone(policies.write(body, false, request));
    }

    @PostMapping("/Quote/Insert")
    ObjectNode quote(@RequestBody ObjectNode body, HttpServletRequest request) {
        return alone(policies.write(body, true, request));
    }

    /** The same with the names of the Zapier calls. */
    @PostMapping("/Zapier/InsertQuote")
    ObjectNode zapierQuote(@RequestBody ObjectNode body, HttpServletRequest request) {
        ObjectNode quote = Answers.JSON.createObjectNode();
        body.properties().forEach(field -> quote.set(Names.camel(field.getKey()), field.getValue()));
        return alone(policies.write(quote, true, request));
    }

    private ObjectNode alone(ObjectNode written) {
        ObjectNode answer = Answers.JSON.createObjectNode();
        answer.set("status", written.path("status"));
        answer.set("message", written.path("message"));
        String id = written.path("policyOrQuoteId").asText("");
        if (!id.isEmpty()) {
            answer.putArray("policiesOrQuotes").add(written);
            answer.put("insuredDatabaseId", policies.insuredOf(id));
        }
        return answer;
    }

    @PostMapping("/InsuredAndPolicies/Insert")
    ObjectNode together(@RequestBody ObjectNode body, HttpServletRequest request) {
        ObjectNode answer = insureds.upsert(body, request);
        if (answer.path("status").asInt() == 0) {
            return answer;
        }
        ArrayNode written = answer.putArray("policiesOrQuotes");
        body.path("policies").forEach(policy -> written.add(policies.write(owned(policy, answer), false, request)));
        body.path("quotes").forEach(quote -> written.add(policies.write(owned(quote, answer), true, request)));
        return answer;
    }

    private static JsonNode owned(JsonNode policy, JsonNode insured) {
        return ((ObjectNode) policy.deepCopy()).set("insuredDatabaseId", insured.path("insuredDatabaseId"));
    }
}
