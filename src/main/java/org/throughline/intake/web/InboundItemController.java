package org.throughline.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.intake.InboundItem;
import org.throughline.intake.InboundItems;
import org.throughline.intake.ItemAttachment;
import org.throughline.intake.ItemOpinions;
import org.throughline.intake.ItemState;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.privacy.SensitiveNumbers;

/** Inbound items for people and systems; what a client sent leaves as text or as a download, never as a page. */
@RestController
@RequestMapping("/api/inbound-items")
class InboundItemController {

    private static final int LARGEST_PAGE = 200;
    /** What a browser may be told a file is; everything else is bytes. */
    private static final Set<String> HARMLESS =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/tiff", "text/plain", "text/csv");

    private final InboundItems items;
    private final ItemOpinions opinions;
    private final AgencyProfile agency;

    InboundItemController(InboundItems items, ItemOpinions opinions, AgencyProfile agency) {
        this.items = items;
        this.opinions = opinions;
        this.agency = agency;
    }

    /** What work an item was found to be. */
    record Classification(String workType, @Nullable Double confidence) {}

    /**
     * An item as the interface shows it.
     *
     * @param modelVersion the model that suggested the work type; null where none was asked
     */
    record ItemView(
            String id,
            String channel,
            @Nullable String externalId,
            String state,
            @Nullable String reason,
            @Nullable Classification classification,
            @Nullable String modelVersion,
            List<String> requests,
            List<String> flags,
            String from,
            String subject,
            OffsetDateTime receivedAt,
            OffsetDateTime acceptedAt) {}

    /** One page of items, newest first. */
    record ItemPage(List<ItemView> items, int page, int size, long total) {}

    /** An attachment that can be downloaded. */
    record AttachmentView(String id, String filename, String contentType, long size) {}

    /**
     * A message to be read by a person: text only.
     *
     * @param hidden words that the sender's reader would not have seen
     */
    record MessageView(
            String id,
            String channel,
            String from,
            String to,
            String subject,
            OffsetDateTime receivedAt,
            String text,
            String forwarded,
            String quoted,
            String hidden,
            @Nullable String reason,
            List<String> flags,
            List<AttachmentView> attachments) {}

    @GetMapping
    ItemPage list(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        if (page < 0 || page > 1_000_000 || size < 1 || size > LARGEST_PAGE) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "page starts at 0, size is between 1 and " + LARGEST_PAGE + ".");
        }
        ItemState wanted = state == null || state.isBlank() ? null : state(state);
        List<InboundItem> found = items.list(wanted, page, size);
        Map<String, String> models =
                opinions.modelVersions(found.stream().map(InboundItem::id).toList());
        List<ItemView> views =
                found.stream().map(item -> view(item, models.get(item.id()))).toList();
        return new ItemPage(views, page, size, items.count(wanted));
    }

    private static ItemState state(String name) {
        try {
            return ItemState.valueOf(name.strip().toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "There is no state " + name + ". Use one of " + List.of(ItemState.values()) + ".");
        }
    }

    @GetMapping("/{id}")
    ItemView get(@PathVariable("id") String id) {
        return view(existing(id), opinions.modelVersions(List.of(id)).get(id));
    }

    @GetMapping("/{id}/message")
    MessageView message(@PathVariable("id") String id) {
        InboundItem item = existing(id);
        return new MessageView(
                item.id(),
                item.channel().name(),
                item.sender(),
                item.recipient(),
                item.subject(),
                item.receivedAt().atZone(agency.timeZone()).toOffsetDateTime(),
                item.body(),
                item.forwarded(),
                item.quoted(),
                SensitiveNumbers.mask(item.hidden()),
                item.reason(),
                item.flags(),
                items.attachmentsOf(id).stream()
                        .map(file -> new AttachmentView(file.id(), file.filename(), file.contentType(), file.size()))
                        .toList());
    }

    @GetMapping("/{id}/raw")
    void raw(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
        String type = items.originalType(id).orElseThrow(() -> missing(id));
        download(response, id + ending(type), type);
        items.copyOriginal(id, response.getOutputStream());
    }

    private static String ending(String type) {
        if (type.equals(MediaType.APPLICATION_JSON_VALUE)) {
            return ".json";
        }
        return type.startsWith("message/") ? ".eml" : ".txt";
    }

    @GetMapping("/{id}/attachments/{attachmentId}")
    void attachment(
            @PathVariable("id") String id,
            @PathVariable("attachmentId") String attachmentId,
            HttpServletResponse response)
            throws IOException {
        ItemAttachment file = items.attachmentsOf(id).stream()
                .filter(candidate -> candidate.id().equals(attachmentId))
                .findFirst()
                .orElseThrow(() -> missing("attachment " + attachmentId + " of " + id));
        String type =
                HARMLESS.contains(file.contentType()) ? file.contentType() : MediaType.APPLICATION_OCTET_STREAM_VALUE;
        download(response, file.filename(), type);
        items.copyAttachment(id, attachmentId, response.getOutputStream());
    }

    private static void download(HttpServletResponse response, String filename, String type) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(filename, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private ItemView view(InboundItem item, @Nullable String modelVersion) {
        String workType = item.workType();
        return new ItemView(
                item.id(),
                item.channel().name(),
                item.externalId(),
                item.state().name(),
                item.reason(),
                workType == null ? null : new Classification(workType, item.confidence()),
                modelVersion,
                items.requestsOf(item.id()),
                item.flags(),
                item.sender(),
                item.subject(),
                item.receivedAt().atZone(agency.timeZone()).toOffsetDateTime(),
                item.acceptedAt().atZone(agency.timeZone()).toOffsetDateTime());
    }

    private InboundItem existing(String id) {
        return items.find(id).orElseThrow(() -> missing(id));
    }

    private static ResponseStatusException missing(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no item " + what + ".");
    }
}
