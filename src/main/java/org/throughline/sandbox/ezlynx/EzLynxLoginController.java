package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The two logins of the simulated system. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/ezlynx")
class EzLynxLoginController {

    private final EzLynxLogins logins;
    private final EzLynxSandboxProperties properties;

    EzLynxLoginController(EzLynxLogins logins, EzLynxSandboxProperties properties) {
        this.logins = logins;
        this.properties = properties;
    }

    /** Documented as a GET; a client that posts works as well. The token is in the header and nowhere else. */
    @RequestMapping(
            path = "/ezlynxapi/api/authenticate",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Void> authenticate(
            @RequestHeader(name = "EZUser", required = false) @Nullable String user,
            @RequestHeader(name = "EZPassword", required = false) @Nullable String password,
            @RequestHeader(name = "EZAppSecret", required = false) @Nullable String secret,
            @RequestHeader(name = "EZToken", required = false) @Nullable String token,
            @RequestHeader(name = "AccountUsername", required = false) @Nullable String account) {
        boolean accountFits = account == null || logins.knowsUser(account);
        if (!"authenticate".equals(token) || !logins.knows(user, password, secret) || !accountFits) {
            throw new Refused(401, "Unauthorized");
        }
        return ResponseEntity.ok().header("EZToken", logins.issueClassic()).build();
    }

    @PostMapping(path = "/auth/connect/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<ObjectNode> token(@RequestBody MultiValueMap<String, String> form) {
        boolean client = properties.clientId().equals(form.getFirst("client_id"))
                && properties.clientSecret().equals(form.getFirst("client_secret"));
        if (!client) {
            return refused("invalid_client");
        }
        if (!"vendor_data_access".equals(form.getFirst("grant_type"))) {
            return refused("unsupported_grant_type");
        }
        if (!logins.knowsUser(form.getFirst("username"))
                || !properties.integrationGroupId().equals(form.getFirst("integration_group_id"))) {
            return refused("invalid_grant");
        }
        Set<String> scopes = logins.granted(form.getFirst("scope"));
        if (scopes.isEmpty()) {
            return refused("invalid_scope");
        }
        ObjectNode token = EzLynxRecords.JSON.createObjectNode();
        token.put("access_token", logins.issueGateway(scopes));
        token.put("expires_in", EzLynxLogins.GATEWAY_GOOD_FOR.toSeconds());
        token.put("token_type", "Bearer");
        token.put("scope", String.join(" ", new TreeSet<>(scopes)));
        return ResponseEntity.ok(token);
    }

    private static ResponseEntity<ObjectNode> refused(String error) {
        return ResponseEntity.badRequest()
                .body(EzLynxRecords.JSON.createObjectNode().put("error", error));
    }
}
