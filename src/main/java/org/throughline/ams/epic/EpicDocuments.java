package org.throughline.ams.epic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.epic.EpicRows.AttachmentRow;
import org.throughline.ams.epic.EpicRows.FileRow;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Documents among the attachments of the policy or the account, in two steps: a record whose description ends in our
 * reference, then its file. A record without its file, or with another number of bytes, counts as absent; its file is
 * sent again as long as its upload address is good, and otherwise a new record is made, so one whole document remains.
 */
@OnEpic
@Component
class EpicDocuments implements AmsWriter<AmsDocumentPayload> {

    /** Assumed: as long as the descriptions that the vendor does document. */
    private static final int DESCRIPTION = 125;

    private final EpicApi api;
    private final EpicUploads uploads;
    private final EpicProperties properties;
    private final DocumentContent documents;

    EpicDocuments(EpicApi api, EpicUploads uploads, EpicProperties properties, DocumentContent documents) {
        this.api = api;
        this.uploads = uploads;
        this.properties = properties;
        this.documents = documents;
    }

    @Override
    public WriteKind kind() {
        return WriteKind.AMS_DOCUMENT;
    }

    @Override
    public Class<AmsDocumentPayload> payloadType() {
        return AmsDocumentPayload.class;
    }

    @Override
    public Optional<String> find(OutboundWrite write, AmsDocumentPayload payload) {
        List<AttachmentRow> begun = begun(write, payload);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        int size = documents.content(payload.documentId()).bytes().length;
        return begun.stream()
                .filter(row -> whole(row, size))
                .map(AttachmentRow::id)
                .findFirst();
    }

    private List<AttachmentRow> begun(OutboundWrite write, AmsDocumentPayload payload) {
        String tag = AmsTags.tag(write);
        return EpicPages.all((offset, limit) -> api.attachments(payload.clientId(), tag, offset, limit)).stream()
                .filter(row -> EpicMapper.text(row.description()).contains(tag))
                .toList();
    }

    private boolean whole(AttachmentRow row, int size) {
        FileRow file = row.file();
        if (file == null || file.id() == null) {
            return false;
        }
        if ("QUARANTINED".equals(file.status())) {
            throw new VendorRejected("Applied Epic holds the file of attachment " + row.id()
                    + " in quarantine; a person has to look at it there");
        }
        Long given = file.size() == null ? size(row) : file.size();
        return given == null || given == size;
    }

    /** The list documents the file's id and status alone. */
    private @Nullable Long size(AttachmentRow row) {
        FileRow file = api.attachment(Objects.requireNonNull(row.id())).file();
        return file == null ? null : file.size();
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsDocumentPayload payload) {
        byte[] bytes = documents.content(payload.documentId()).bytes();
        for (AttachmentRow row : begun(write, payload)) {
            String id = Objects.requireNonNull(row.id());
            String url = api.attachment(id).uploadUrl();
            if (url != null && uploads.put(url, bytes)) {
                return WriteOutcome.done(id);
            }
        }
        AttachmentRow made = api.createAttachment(attachment(write, payload));
        String id = made.id();
        String url = made.uploadUrl();
        if (id == null || url == null) {
            throw new VendorUnavailable("Applied Epic made an attachment without saying where its file goes");
        }
        if (!uploads.put(url, bytes)) {
            throw new VendorUnavailable("Applied Epic refuses the upload address that it gave just now");
        }
        return WriteOutcome.done(id);
    }

    private Map<String, Object> attachment(OutboundWrite write, AmsDocumentPayload payload) {
        String policyId = payload.policyId();
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("description", EpicTexts.tagged(payload.filename(), write, DESCRIPTION));
        attachment.put("active", true);
        attachment.put("uploadFileName", AmsTags.filename(payload.filename(), write.reference()));
        attachment.put(
                "attachTo",
                policyId == null
                        ? Map.of("id", payload.clientId(), "type", "ACCOUNT")
                        : Map.of("id", policyId, "type", "POLICY"));
        if (properties.folder() != null) {
            attachment.put("folder", properties.folder());
        }
        return attachment;
    }
}
