package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Tokens for a password or a refresh token. The pairs stand in the body, whatever content type is named: the vendor's
 * document names none, and most clients send them as plain text.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsTokenController {

    private static final String CLIENT = "ngAuthApp";

    private final NowCertsLogins logins;

    NowCertsTokenController(NowCertsLogins logins) {
        this.logins = logins;
    }

    @PostMapping("/token")
    ResponseEntity<ObjectNode> token(@RequestBody(required = false) String body) {
        MultiValueMap<String, String> form = UriComponentsBuilder.newInstance()
                .query(body == null ? "" : body.strip().replace("+", "%20"))
                .build()
                .getQueryParams();
        if (!CLIENT.equals(value(form, "client_id"))) {
            return refused("invalid_clientId", "ClientId should be sent.");
        }
        return switch (value(form, "grant_type")) {
            case "password" ->
                logins.passwordRight(value(form, "username"), value(form, "password"))
                        ? ResponseEntity.ok(logins.issue())
                        : refused("invalid_grant", "The user name or password is incorrect.");
            case "refresh_token" ->
                logins.spend(value(form, "refresh_token"))
                        ? ResponseEntity.ok(logins.issue())
                        : refused("invalid_grant", "The refresh token is not known.");
            default -> refused("unsupported_grant_type", "The grant type is not supported.");
        };
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8);
    }

    private static ResponseEntity<ObjectNode> refused(String error, String description) {
        return ResponseEntity.badRequest()
                .body(Answers.JSON.createObjectNode().put("error", error).put("error_description", description));
    }
}
