package org.throughline.intake.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.FormReading;
import org.throughline.intake.FormReading.Reading;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.intake.Senders;
import org.throughline.intake.mail.AttachmentReader;
import org.throughline.intake.mail.Spool;

/** Reads the JSON of a form, a portal, a telephone note or a feed; everything but a body or attachments may be missing. */
@Component
public class SubmissionReader {

    private static final Set<String> ENVELOPE = Set.of("fields", "body", "attachments");
    private static final int LONGEST_FORM_ID = 100;

    private final ObjectMapper json;
    private final AttachmentReader attachments;
    private final FormReading forms;
    private final IntakeProperties properties;
    private final Clock clock;

    public SubmissionReader(
            ObjectMapper json,
            AttachmentReader attachments,
            FormReading forms,
            IntakeProperties properties,
            Clock clock) {
        this.json = json;
        this.attachments = attachments;
        this.forms = forms;
        this.properties = properties;
        this.clock = clock;
    }

    NewItem read(Channel channel, InputStream in, Spool spool) throws IOException {
        Path original = spool.write(in, properties.messageLimit().toBytes());
        JsonNode submission = parsed(original);
        String formId = channel == Channel.FORM ? text(submission, "formId").strip() : "";
        return item(channel, formId, submission, original, spool);
    }

    /** A message that is posted on a request; {@code direction} as it was sent, empty where it was not. */
    record Message(String direction, NewItem item) {}

    /**
     * Reads a message that is posted on a request: the same JSON, with its {@code direction} and, if it is not the
     * portal, its {@code channel}.
     *
     * @throws BadSubmission if it is not one
     */
    Message readMessage(InputStream in, Spool spool) throws IOException {
        Path original = spool.write(in, properties.messageLimit().toBytes());
        JsonNode submission = parsed(original);
        String name = text(submission, "channel");
        Channel channel = name.isBlank()
                ? Channel.PORTAL
                : Channel.named(name)
                        .filter(known -> known != Channel.EMAIL)
                        .orElseThrow(() -> new BadSubmission(
                                "channel",
                                "channel is one of PHONE, VOICEMAIL, SMS, PORTAL, FORM, CARRIER_FEED and SYSTEM."));
        return new Message(text(submission, "direction"), item(channel, "", submission, original, spool));
    }

    /**
     * Reads what a form provider sends: the same JSON as in-house systems send, or the form's fields alone.
     *
     * @throws BadSubmission if it is neither
     */
    public NewItem readForm(String formId, Path original, Spool spool) throws IOException {
        JsonNode sent = parsed(original);
        boolean fieldsAlone = ENVELOPE.stream()
                .noneMatch(name -> name.equals("body")
                        ? sent.path(name).isTextual()
                        : sent.path(name).isContainerNode());
        JsonNode submission = fieldsAlone ? json.createObjectNode().set("fields", sent) : sent;
        return item(Channel.FORM, formId, submission, original, spool);
    }

    private NewItem item(Channel channel, String formId, JsonNode submission, Path original, Spool spool)
            throws IOException {
        if (formId.length() > LONGEST_FORM_ID) {
            throw new BadSubmission("formId", "formId has at most " + LONGEST_FORM_ID + " characters.");
        }
        Map<String, String> fields = fields(submission);
        Reading form = formId.isEmpty()
                ? new Reading(null, "", "", FormReading.lines(fields), List.of())
                : forms.read(formId, fields);
        Set<String> flags = new LinkedHashSet<>(form.flags());
        Uploads files = new Uploads(spool, flags);
        JsonNode list = submission.path("attachments");
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw new BadSubmission("attachments", "attachments must be a list of files.");
        }
        for (int i = 0; i < list.size(); i++) {
            files.add(list.get(i), "attachments[" + i + "]");
        }
        String body = joined(text(submission, "body"), form.body());
        if (body.isBlank() && files.read.isEmpty() && files.refusal == null) {
            throw new BadSubmission("body", "A body or an attachment is needed.");
        }
        String sender = either(text(submission, "from"), form.sender());
        String formsOwnId = form.externalId();
        String externalId = either(text(submission, "externalId"), formsOwnId == null ? "" : formsOwnId);
        return new NewItem(
                channel,
                externalId.isBlank() ? null : externalId,
                receivedAt(text(submission, "receivedAt")),
                sender,
                Senders.address(sender),
                text(submission, "to"),
                either(text(submission, "subject"), form.subject()),
                limited(body),
                "",
                "",
                null,
                List.of(),
                false,
                List.copyOf(flags),
                files.refusal,
                files.refusal == null ? List.copyOf(files.read) : List.of(),
                MediaType.APPLICATION_JSON_VALUE,
                Content.of(original));
    }

    /** What the sender says outright counts before what a mapping finds. */
    private static String either(String said, String found) {
        return said.isBlank() ? found : said;
    }

    private static String joined(String body, String fields) {
        return body.isEmpty() || fields.isEmpty() ? body + fields : body + "\n" + fields;
    }

    private JsonNode parsed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode submission = json.readTree(in);
            if (submission == null || !submission.isObject()) {
                throw new BadSubmission("", "The submission must be a JSON object.");
            }
            return submission;
        } catch (JsonProcessingException broken) {
            throw new BadSubmission("", "The submission is not valid JSON: " + broken.getOriginalMessage());
        }
    }

    private static Map<String, String> fields(JsonNode submission) {
        JsonNode fields = submission.path("fields");
        if (!fields.isMissingNode() && !fields.isNull() && !fields.isObject()) {
            throw new BadSubmission("fields", "fields must be an object of names and values.");
        }
        Map<String, String> values = new LinkedHashMap<>();
        fields.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!value.isNull()) {
                values.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return values;
    }

    private Instant receivedAt(String value) {
        if (value.isBlank()) {
            return clock.instant();
        }
        try {
            return OffsetDateTime.parse(value.strip()).toInstant();
        } catch (DateTimeException notATime) {
            throw new BadSubmission(
                    "receivedAt", "receivedAt must be a time with offset, such as 2026-11-16T10:12:00-06:00.");
        }
    }

    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            throw new BadSubmission(name, name + " must be a text.");
        }
        return value.asText();
    }

    private String limited(String text) {
        return text.length() <= properties.textLimit() ? text : text.substring(0, properties.textLimit());
    }

    /** The files of one submission. */
    private final class Uploads {
        private final Spool spool;
        private final Set<String> flags;
        private final List<NewAttachment> read = new ArrayList<>();
        private @Nullable String refusal;

        private Uploads(Spool spool, Set<String> flags) {
            this.spool = spool;
            this.flags = flags;
        }

        private void add(JsonNode node, String field) throws IOException {
            if (node.isTextual()) {
                store(node.asText(), "", new byte[0]);
                return;
            }
            if (!node.isObject()) {
                throw new BadSubmission(field, field + " must be a file name or an object with filename and base64.");
            }
            store(text(node, "filename"), text(node, "contentType"), decoded(node, field));
        }

        private byte[] decoded(JsonNode node, String field) {
            try {
                return Base64.getMimeDecoder().decode(strictly(text(node, "base64"), field));
            } catch (IllegalArgumentException notBase64) {
                throw new BadSubmission(field + ".base64", field + ".base64 is not valid Base64.");
            }
        }

        /** The lenient decoder skips foreign characters silently; only line breaks may be skipped. */
        private String strictly(String base64, String field) {
            for (int i = 0; i < base64.length(); i++) {
                char c = base64.charAt(i);
                boolean fits = (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || (c >= '0' && c <= '9')
                        || c == '+'
                        || c == '/'
                        || c == '='
                        || c == '\r'
                        || c == '\n'
                        || c == ' ';
                if (!fits) {
                    throw new BadSubmission(field + ".base64", field + ".base64 is not valid Base64.");
                }
            }
            return base64;
        }

        private void store(String filename, String type, byte[] bytes) throws IOException {
            String name = filename.isBlank() ? "attachment-" + (read.size() + 1) : filename;
            if (bytes.length > properties.attachmentLimit().toBytes()) {
                refusal = "The attachment \"" + name + "\" is larger than "
                        + properties.attachmentLimit().toMegabytes() + " MB.";
                return;
            }
            Path file = spool.write(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
            AttachmentReader.Read result =
                    attachments.read(name, type.isBlank() ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type, file);
            read.add(result.attachment());
            flags.addAll(result.flags());
        }
    }
}
