package org.throughline.ams.ezlynx;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.platform.web.Problem;

/**
 * What EZLynx tells of by itself. How it signs is not documented, so it brings a token of ours: as the last part of the
 * address that is set at EZLynx, or in a header. A notification is a hint and no more: the record is read again from
 * EZLynx, so one that is forged or comes twice makes us read and nothing else. Acknowledged once it is kept.
 */
@OnEzLynx
@RestController
@SecurityRequirements
class EzLynxWebhookController {

    static final String HEADER = "X-Throughline-Token";

    private static final Logger LOG = LoggerFactory.getLogger(EzLynxWebhookController.class);
    private static final int LARGEST = 256 * 1024;

    private final EzLynxHints hints;
    private final EzLynxProperties properties;

    EzLynxWebhookController(EzLynxHints hints, EzLynxProperties properties) {
        this.hints = hints;
        this.properties = properties;
    }

    @Operation(summary = "A notification by EZLynx, with the token as the last part of the address")
    @PostMapping("/webhooks/ezlynx/{token}")
    void byAddress(@PathVariable("token") String token, HttpServletRequest request) throws IOException {
        accept(token, request);
    }

    @Operation(summary = "A notification by EZLynx, with the token in the header " + HEADER)
    @PostMapping("/webhooks/ezlynx")
    void byHeader(@RequestHeader(name = HEADER, required = false) @Nullable String token, HttpServletRequest request)
            throws IOException {
        accept(token == null ? "" : token, request);
    }

    private void accept(String token, HttpServletRequest request) throws IOException {
        if (properties.webhookToken().isBlank()) {
            throw Problem.notFound("The EZLynx webhook is not set up here."
                    + " An administrator sets throughline.ams.ezlynx.webhook-token.");
        }
        if (!MessageDigest.isEqual(bytes(properties.webhookToken()), bytes(token))) {
            throw Problem.forbidden("The token of this call is not the one that was set for EZLynx.");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "A notification has at most 256 KB.");
        }
        for (EzLynxNotification notification : EzLynxNotificationReader.read(body)) {
            if (notification.kind() == null || notification.id() == null) {
                LOG.warn("EZLynx told of {} without a record that can be read", notification.event());
            } else {
                hints.note(notification.kind(), notification.id(), notification.event());
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
