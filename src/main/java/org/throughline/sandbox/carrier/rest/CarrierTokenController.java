package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sells tokens for client id and secret in the form, as the vendor's own hub does; refusals are those of OAuth 2.0. */
@Hidden
@RestController
@Profile("sandbox")
class CarrierTokenController {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CarrierRestLogins logins;

    CarrierTokenController(CarrierRestLogins logins) {
        this.logins = logins;
    }

    @PostMapping("/sandbox/carrier/{carrier}/oauth2/v1/token")
    ResponseEntity<ObjectNode> token(@PathVariable("carrier") String carrier, HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return answered(400, JSON.createObjectNode().put("error", "invalid_request"));
        }
        if (!"client_credentials".equals(request.getParameter("grant_type"))) {
            return answered(400, JSON.createObjectNode().put("error", "unsupported_grant_type"));
        }
        if (!logins.right(carrier, request.getParameter("client_id"), request.getParameter("client_secret"))) {
            return answered(401, JSON.createObjectNode().put("error", "invalid_client"));
        }
        return answered(
                200,
                JSON.createObjectNode()
                        .put("access_token", logins.issue(carrier))
                        .put("token_type", "Bearer")
                        .put("expires_in", CarrierRestLogins.GOOD_FOR.toSeconds()));
    }

    private static ResponseEntity<ObjectNode> answered(int status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
