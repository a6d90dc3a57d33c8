package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sells tokens for key and secret: by HTTP Basic with the audience in the form, as documented, or all in the form, as
 * seen in clients. The shape of a refusal is that of OAuth 2.0 and assumed.
 */
@Hidden
@RestController
@Profile("sandbox")
class EpicTokenController {

    private final EpicLogins logins;

    EpicTokenController(EpicLogins logins) {
        this.logins = logins;
    }

    @PostMapping("/sandbox/epic/v1/auth/connect/token")
    ResponseEntity<ObjectNode> token(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return refused(400, "invalid_request");
        }
        if (!"client_credentials".equals(request.getParameter("grant_type"))) {
            return refused(400, "unsupported_grant_type");
        }
        String authorization = request.getHeader("Authorization");
        String key = request.getParameter("client_id");
        String secret = request.getParameter("client_secret");
        if (key == null && authorization != null) {
            String[] pair = basic(authorization);
            key = pair[0];
            secret = pair[1];
            if (logins.right(key, secret) && !logins.audienceRight(request.getParameter("audience"))) {
                return refused(400, "invalid_request");
            }
        }
        return logins.right(key, secret)
                ? answered(200, logins.issue(request.getParameter("scope")))
                : refused(401, "invalid_client");
    }

    private static @Nullable String[] basic(String authorization) {
        try {
            String encoded = authorization.replaceFirst("(?i)^Basic ", "");
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return new @Nullable String[] {pair.substring(0, Math.max(0, colon)), pair.substring(colon + 1)};
        } catch (IllegalArgumentException noBasic) {
            return new @Nullable String[] {null, null};
        }
    }

    private static ResponseEntity<ObjectNode> refused(int status, String error) {
        return answered(status, EpicHal.JSON.createObjectNode().put("error", error));
    }

    private static ResponseEntity<ObjectNode> answered(int status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
