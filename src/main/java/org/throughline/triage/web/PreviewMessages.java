package org.throughline.triage.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.triage.MessageText;
import org.throughline.triage.MessageText.AttachmentText;

/** Turns the JSON of a preview into the text that triage reads; refuses what cannot be understood. */
@Component
class PreviewMessages {

    private static final Set<String> CHANNELS =
            Set.of("EMAIL", "PHONE", "VOICEMAIL", "SMS", "PORTAL", "FORM", "CARRIER_FEED", "SYSTEM");
    private static final Pattern SENDER = Pattern.compile("^\\s*\"?(.*?)\"?\\s*<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>\\s*$");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d().\\s-]{10,20}");

    private final Clock clock;

    PreviewMessages(Clock clock) {
        this.clock = clock;
    }

    MessageText read(PreviewItem item) {
        String channel = channel(item.channel());
        List<AttachmentText> attachments = attachments(item.attachments());
        String body = body(item);
        if (body.isBlank()
                && attachments.isEmpty()
                && (item.subject() == null || item.subject().isBlank())) {
            throw bad("Send a body or at least one attachment.");
        }
        String from = item.from() == null ? "" : item.from();
        Matcher sender = SENDER.matcher(from);
        String name = sender.matches() ? sender.group(1) : from;
        return new MessageText(
                channel,
                name,
                sender.matches() ? sender.group(2).toLowerCase(Locale.ROOT) : address(from),
                item.subject() == null ? "" : item.subject(),
                body,
                "",
                attachments,
                header(item, "auto").startsWith("auto-replied"),
                !header(item, "inreplyto").isBlank()
                        || !header(item, "references").isBlank(),
                received(item.receivedAt()),
                null);
    }

    private static String channel(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw bad("Name the channel: one of "
                    + String.join(", ", CHANNELS.stream().sorted().toList()) + ".");
        }
        String channel = given.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        if (!CHANNELS.contains(channel)) {
            throw bad("The channel must be one of "
                    + String.join(", ", CHANNELS.stream().sorted().toList()) + ".");
        }
        return channel;
    }

    private static String body(PreviewItem item) {
        StringBuilder body = new StringBuilder(item.body() == null ? "" : item.body());
        Map<String, Object> fields = item.fields();
        if (fields != null) {
            fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "\n")
                    .append(name)
                    .append('=')
                    .append(value));
        }
        return body.toString();
    }

    private static String address(String from) {
        Matcher address = ADDRESS.matcher(from);
        if (address.find()) {
            return address.group().toLowerCase(Locale.ROOT);
        }
        return PHONE.matcher(from.strip()).matches() ? from.strip() : "";
    }

    private static String header(PreviewItem item, String name) {
        Map<String, Object> headers = item.headers();
        if (headers == null) {
            return "";
        }
        return headers.entrySet().stream()
                .filter(entry ->
                        entry.getKey().toLowerCase(Locale.ROOT).replace("-", "").startsWith(name))
                .map(entry -> String.valueOf(entry.getValue()).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private Instant received(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return clock.instant();
        }
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException e) {
            throw bad("receivedAt must be an ISO-8601 time with offset, such as 2026-11-16T10:12:00-06:00.");
        }
    }

    private static List<AttachmentText> attachments(@Nullable List<JsonNode> given) {
        List<AttachmentText> attachments = new ArrayList<>();
        for (JsonNode node : given == null ? List.<JsonNode>of() : given) {
            if (node.isTextual()) {
                attachments.add(new AttachmentText(node.asText(), "", ""));
            } else if (node.isObject()) {
                String type = node.path("contentType").asText("");
                String text = node.path("text").asText("");
                attachments.add(new AttachmentText(
                        node.path("filename").asText("attachment"),
                        type,
                        text.isEmpty() ? decoded(node.path("base64").asText(""), type) : text));
            } else {
                throw bad("An attachment is a file name or an object with filename, contentType and base64.");
            }
        }
        return attachments;
    }

    private static String decoded(String base64, String type) {
        if (base64.isEmpty()) {
            return "";
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return type.startsWith("text/") ? new String(bytes, StandardCharsets.UTF_8) : "";
        } catch (IllegalArgumentException e) {
            throw bad("The base64 of an attachment cannot be decoded.");
        }
    }

    private static ResponseStatusException bad(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }
}
