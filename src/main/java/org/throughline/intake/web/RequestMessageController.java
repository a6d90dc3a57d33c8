package org.throughline.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.intake.Receipt;
import org.throughline.intake.RequestReply;
import org.throughline.intake.Senders;
import org.throughline.intake.mail.FileNames;
import org.throughline.intake.mail.Spool;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Problem;
import org.throughline.request.RequestView;
import org.throughline.request.WriteOnRequest;
import org.throughline.request.WritingRefused;
import org.throughline.request.web.VisibleRequests;

/** Messages on the thread of a request: from its client, to its client, and among colleagues. */
@RestController
@RequestMapping("/api/requests/{number}/messages")
@Tag(name = "Requests")
class RequestMessageController {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_ID = 200;

    /** Together, as mail servers refuse larger messages. */
    private static final long MOST_BYTES = 20L * 1024 * 1024;

    private final VisibleRequests visible;
    private final SubmissionReader submissions;
    private final RequestReply replies;
    private final WriteOnRequest writing;

    RequestMessageController(
            VisibleRequests visible, SubmissionReader submissions, RequestReply replies, WriteOnRequest writing) {
        this.visible = visible;
        this.submissions = submissions;
        this.replies = replies;
        this.writing = writing;
    }

    /** How a message is posted; read from the body itself, so that large files are never held. */
    @Schema(name = "RequestMessage")
    record Posted(
            @Schema(defaultValue = "INBOUND") Direction direction,
            String body,

            @Nullable @Schema(description = "INBOUND: who wrote it; without it, who made the request")
            String from,

            @Nullable @Schema(description = "OUTBOUND: an address other than the requester's")
            String to,

            @Nullable String subject,

            @Nullable @Schema(description = "The same again under the same id is the same message")
            String externalId,

            @Nullable @Schema(description = "INBOUND: how it came; PORTAL without it")
            String channel,

            @Nullable OffsetDateTime receivedAt,
            @Nullable List<File> attachments) {}

    /** A file of a message. */
    @Schema(name = "RequestMessageFile")
    record File(String filename, @Nullable String contentType, String base64) {}

    /** Which way a message goes. */
    enum Direction {
        INBOUND,
        OUTBOUND,
        NOTE
    }

    /**
     * What became of it.
     *
     * @param id of the inbound item, or of the entry in the timeline
     * @param reason why it is a duplicate or refused; null where it is neither
     */
    record Answer(
            String id,
            Direction direction,
            Receipt.Status status,
            String requestNumber,
            @Nullable String inboundItemId,
            @Nullable String reason) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "A new message on the thread of a request",
            description =
                    "INBOUND, the default, is taken in as if the client had replied: an inbound item on the request,"
                            + " which answers the question that the request waits for, or is shown to a person."
                            + " OUTBOUND goes by mail to the requester, on the thread, in the frame of the agency's"
                            + " letters; writing about coverage needs a license. NOTE is for colleagues, on closed"
                            + " requests too. OUTBOUND and NOTE have at most 20,000 characters and 20 MB of files;"
                            + " what is larger than intake takes is refused, kept and shown to a person.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = Posted.class))))
    Answer post(@AuthenticationPrincipal Caller caller, @PathVariable String number, HttpServletRequest call)
            throws IOException {
        RequestView request = visible.ofTheAgency(caller, number);
        try (Spool spool = new Spool()) {
            SubmissionReader.Message message = submissions.readMessage(call.getInputStream(), spool);
            Direction direction = direction(message.direction());
            return direction == Direction.INBOUND
                    ? taken(request, message.item(), caller)
                    : written(request, message.item(), direction, caller);
        }
    }

    private Answer taken(RequestView request, NewItem reply, Caller caller) {
        if (request.closedAt() != null) {
            throw Problem.conflict("Request " + request.number() + " is closed as " + request.status()
                    + ". Send the message to /api/intake, where it becomes work of its own.");
        }
        Receipt receipt = replies.accept(request.number(), reply, caller.userId());
        return new Answer(
                receipt.inboundItemId(),
                Direction.INBOUND,
                receipt.status(),
                request.number(),
                receipt.inboundItemId(),
                receipt.reason());
    }

    private Answer written(RequestView request, NewItem message, Direction direction, Caller caller)
            throws IOException {
        requireWithinBounds(message);
        WriteOnRequest.Written written = new WriteOnRequest.Written(
                request.number(),
                caller.userId(),
                message.body().strip(),
                direction == Direction.OUTBOUND ? address(message.recipient()) : null,
                message.subject().isBlank() ? null : message.subject().strip(),
                files(message),
                message.externalId());
        WriteOnRequest.Kept kept = direction == Direction.NOTE ? writing.note(written) : writing.send(written);
        return new Answer(
                kept.intervention().id(),
                direction,
                kept.before() ? Receipt.Status.DUPLICATE : Receipt.Status.ACCEPTED,
                request.number(),
                null,
                kept.before() ? "It was posted before under the same external id." : null);
    }

    private static void requireWithinBounds(NewItem message) {
        if (message.body().isBlank()) {
            throw new BadSubmission("body", "A body is needed: say what the files are.");
        }
        if (message.body().length() > LONGEST_TEXT) {
            throw new BadSubmission("body", "body has at most 20,000 characters. Attach longer text as a file.");
        }
        if (message.externalId() != null && message.externalId().length() > LONGEST_ID) {
            throw new BadSubmission("externalId", "externalId has at most " + LONGEST_ID + " characters.");
        }
        if (message.refusal() != null) {
            throw new BadSubmission("attachments", message.refusal());
        }
        if (message.attachments().stream()
                        .mapToLong(file -> file.content().size())
                        .sum()
                > MOST_BYTES) {
            throw new BadSubmission(
                    "attachments", "The attachments have more than 20 MB together. Send fewer at once.");
        }
    }

    private static List<WriteOnRequest.File> files(NewItem message) throws IOException {
        List<WriteOnRequest.File> files = new ArrayList<>();
        for (NewAttachment file : message.attachments()) {
            try (InputStream bytes = file.content().open()) {
                files.add(new WriteOnRequest.File(
                        FileNames.safe(file.filename(), file.detectedType(), files.size() + 1),
                        file.detectedType(),
                        bytes.readAllBytes()));
            }
        }
        return files;
    }

    private static @Nullable String address(String to) {
        if (to.isBlank()) {
            return null;
        }
        String address = Senders.address(to);
        if (!address.contains("@")) {
            throw new BadSubmission("to", "to must be an e-mail address.");
        }
        return address;
    }

    private static Direction direction(String name) {
        if (name.isBlank()) {
            return Direction.INBOUND;
        }
        try {
            return Direction.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new BadSubmission("direction", "direction is INBOUND, OUTBOUND or NOTE.");
        }
    }

    @ExceptionHandler
    ProblemDetail refused(WritingRefused refused) {
        HttpStatus status = switch (refused.why()) {
            case CLOSED -> HttpStatus.CONFLICT;
            case NO_ADDRESS -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NO_LICENSE -> HttpStatus.FORBIDDEN;
        };
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }
}
