package org.throughline.intake.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.intake.Receipt;
import org.throughline.intake.mail.Spool;
import org.throughline.intake.webhook.TelephonyMessages.Call;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.web.Problem;

/**
 * Telephony webhooks in Twilio's convention. The answer is an empty instruction and goes out when the item is
 * committed; its header names the item. The number that was called says which agency it is for.
 */
@RestController
@RequestMapping(path = "/webhooks/twilio", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
@SecurityRequirements
class TwilioController {

    static final String ITEM_HEADER = "X-Throughline-Item";

    private static final Logger LOG = LoggerFactory.getLogger(TwilioController.class);
    private static final String SIGNATURE_HEADER = "X-Twilio-Signature";
    private static final String NO_INSTRUCTION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";
    private static final int LARGEST_CALL = 256 * 1024;

    private final TelephonyMessages messages;
    private final WebhookProperties properties;
    private final WebhookAgencies agencies;

    TwilioController(TelephonyMessages messages, WebhookProperties properties, WebhookAgencies agencies) {
        this.messages = messages;
        this.properties = properties;
        this.agencies = agencies;
    }

    @Operation(
            summary = "A text message",
            description = "Form-encoded: MessageSid, From, To, Body, NumMedia, MediaUrl0 …",
            parameters = @Parameter(in = ParameterIn.HEADER, name = SIGNATURE_HEADER, required = true))
    @PostMapping("/sms")
    ResponseEntity<String> textMessage(HttpServletRequest request) throws IOException {
        return answer(request, "MessageSid", messages::textMessage);
    }

    @Operation(
            summary = "A voicemail and its transcript",
            description = "Form-encoded: RecordingSid, CallSid, From, To, TranscriptionText, RecordingUrl …",
            parameters = @Parameter(in = ParameterIn.HEADER, name = SIGNATURE_HEADER, required = true))
    @PostMapping("/voicemail")
    ResponseEntity<String> voicemail(HttpServletRequest request) throws IOException {
        return answer(request, "RecordingSid", messages::voicemail);
    }

    private ResponseEntity<String> answer(HttpServletRequest request, String idField, Function<Call, Receipt> intake)
            throws IOException {
        if (!properties.twilio().configured()) {
            throw Problem.notFound("Telephony webhooks are not set up here."
                    + " An administrator sets throughline.intake.webhooks.twilio.auth-token.");
        }
        Call call = call(request);
        String signature = request.getHeader(SIGNATURE_HEADER);
        if (signature == null
                || !TwilioSignature.matches(
                        properties.twilio().authToken(), address(request), call.fields(), signature.strip())) {
            LOG.warn("A telephony webhook from {} was refused for its signature", request.getRemoteAddr());
            throw Problem.forbidden("The header " + SIGNATURE_HEADER + " is missing or does not fit this call.");
        }
        if (call.text(idField).isEmpty()) {
            throw Problem.badRequest("The field " + idField + " is missing.");
        }
        Receipt receipt = AgencyScope.call(agencies.ofNumber(call.text("To")), () -> intake.apply(call));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_XML)
                .header(ITEM_HEADER, receipt.inboundItemId())
                .body(NO_INSTRUCTION);
    }

    /** Read from the body alone: the signature covers the query as part of the address. */
    private static Call call(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_CALL + 1);
        if (body.length > LARGEST_CALL) {
            throw Spool.tooLarge(LARGEST_CALL);
        }
        try {
            return Call.of(body);
        } catch (IllegalArgumentException notEncoded) {
            throw Problem.badRequest("The body is not form-encoded.");
        }
    }

    private URI address(HttpServletRequest request) {
        URI base = properties.publicBaseUrl();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String url = base == null || base.toString().isEmpty()
                ? request.getRequestURL().toString()
                : base.toString().replaceAll("/+$", "") + request.getRequestURI();
        try {
            return URI.create(url + query);
        } catch (IllegalArgumentException notAnAddress) {
            throw Problem.badRequest("The address of this call cannot be read.");
        }
    }
}
