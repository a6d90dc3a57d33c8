package org.throughline.sandbox.mail.morning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * One item of the samples, as it reached the agency.
 *
 * @param channel {@code EMAIL, PORTAL, FORM, PHONE, SMS, CARRIER_FEED, SYSTEM}
 * @param messageId of an e-mail, with angle brackets
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SampleItem(
        String id,
        String externalId,
        String channel,
        @Nullable String messageId,
        OffsetDateTime receivedAt,
        String from,
        String to,
        String subject,
        String body,
        List<SampleAttachment> attachments,
        @Nullable SampleHeaders headers) {

    /** A file by what is written in it; a photograph may have no text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SampleAttachment(
            String filename, String contentType, @Nullable String text) {}

    /** What ties an e-mail to others. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SampleHeaders(
            @Nullable String inReplyTo,
            @Nullable List<String> references,
            @Nullable String autoSubmitted) {}

    /** All samples in the order in which they arrive, moved by whole days so that the last one's day is today. */
    static List<SampleItem> all(ObjectMapper json, OffsetDateTime now) throws IOException {
        List<SampleItem> items;
        try (InputStream in = new ClassPathResource("sandbox/inbound-items.json").getInputStream()) {
            items = json.readValue(in, new TypeReference<>() {});
        }
        LocalDate last = items.stream()
                .map(SampleItem::receivedAt)
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .orElseThrow()
                .toLocalDate();
        long days = ChronoUnit.DAYS.between(last, now.toLocalDate());
        return items.stream()
                .map(item -> item.movedTo(item.receivedAt().plusDays(days), now))
                .sorted(Comparator.comparing(item -> item.receivedAt().toInstant()))
                .toList();
    }

    /** Nothing arrives before its time: what would be later today has arrived just now. */
    private SampleItem movedTo(OffsetDateTime moved, OffsetDateTime now) {
        OffsetDateTime received = moved.isAfter(now) ? now : moved;
        return new SampleItem(
                id, externalId, channel, messageId, received, from, to, subject, body, attachments, headers);
    }
}
