package org.throughline.intake.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.intake.Content;
import org.throughline.intake.InboundItems;
import org.throughline.intake.Receipt;
import org.throughline.intake.UsedSignatures;
import org.throughline.intake.mail.Spool;
import org.throughline.intake.web.SubmissionReader;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.web.Problem;

/**
 * What the agency's web forms send. The answer goes out when the item is committed. A signature counts once; it is
 * remembered after the item, so that a call cut off before its answer can be repeated and finds its item.
 */
@RestController
@SecurityRequirements
class FormWebhookController {

    private final SubmissionReader submissions;
    private final InboundItems items;
    private final UsedSignatures used;
    private final WebhookProperties properties;
    private final WebhookAgencies agencies;
    private final Clock clock;

    FormWebhookController(
            SubmissionReader submissions,
            InboundItems items,
            UsedSignatures used,
            WebhookProperties properties,
            WebhookAgencies agencies,
            Clock clock) {
        this.submissions = submissions;
        this.items = items;
        this.used = used;
        this.properties = properties;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Operation(
            summary = "A form that a client filled in",
            description = "The JSON of /api/intake/form, or an object of the form's fields alone.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = FormSignature.HEADER,
                            required = true,
                            example = "t=1767225600,v1=5257a869…",
                            description = "v1 is the hex of HMAC-SHA256 over t, a dot and the body"))
    @PostMapping(path = "/webhooks/forms/{formId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt form(@PathVariable("formId") String formId, HttpServletRequest request) throws IOException {
        if (!properties.forms().configured()) {
            throw Problem.notFound("Form webhooks are not set up here."
                    + " An administrator sets throughline.intake.webhooks.forms.secrets.");
        }
        FormSignature signature = timely(request);
        long limit = properties.largestBody().toBytes();
        if (request.getContentLengthLong() > limit) {
            throw Spool.tooLarge(limit);
        }
        try (Spool spool = new Spool()) {
            Path body = spool.write(request.getInputStream(), limit);
            String hash = signature
                    .verified(properties.forms().secrets(), Content.of(body))
                    .orElseThrow(() ->
                            Problem.forbidden("The signature in " + FormSignature.HEADER + " does not fit this call."));
            if (used.contains(hash)) {
                throw Problem.forbidden("This signature was used before. Sign the call again with the time of now.");
            }
            Receipt receipt = accepted(formId, body, spool);
            Instant now = clock.instant();
            used.add(hash, now, now.minus(properties.forms().tolerance().multipliedBy(2)));
            return receipt;
        }
    }

    /** A signature counts once for all agencies, as it says nothing of the form; the item is the form's agency's. */
    private Receipt accepted(String formId, Path body, Spool spool) throws IOException {
        AgencyScope scope = AgencyScope.enter(agencies.ofForm(formId));
        try {
            return items.accept(submissions.readForm(formId, body, spool));
        } finally {
            scope.close();
        }
    }

    private FormSignature timely(HttpServletRequest request) {
        String header = request.getHeader(FormSignature.HEADER);
        FormSignature signature = FormSignature.parse(header == null ? "" : header)
                .orElseThrow(() ->
                        Problem.forbidden("The header " + FormSignature.HEADER + " must be t=<seconds>,v1=<hex>."));
        if (!signature.isWithin(properties.forms().tolerance(), clock.instant())) {
            throw Problem.forbidden("The time in " + FormSignature.HEADER + " is more than "
                    + properties.forms().tolerance().toSeconds() + " s away from ours.");
        }
        return signature;
    }
}
