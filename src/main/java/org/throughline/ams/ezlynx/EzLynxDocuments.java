package org.throughline.ams.ezlynx;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.ezlynx.EzLynxDocumentApi.Document;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.Forms;
import org.throughline.platform.vendor.VendorAnswer;
import org.throughline.platform.vendor.VendorNotFound;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Documents of the applicant. Their name carries our reference, and each of that name is read back, because the vendor's
 * list tells no size: one that lost bytes counts as absent. EZLynx neither replaces nor deletes, so a whole one is put
 * beside it. That a policy's number stands for its {@code PolicyMasterId} is assumed.
 */
@OnEzLynx
@Component
class EzLynxDocuments implements AmsWriter<AmsDocumentPayload> {

    private final EzLynxDocumentApi api;
    private final DocumentContent documents;

    EzLynxDocuments(EzLynxDocumentApi api, DocumentContent documents) {
        this.api = api;
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
        if (!EzLynxIds.isId(payload.clientId())) {
            return Optional.empty();
        }
        String name = AmsTags.filename(payload.filename(), write.reference());
        try {
            return api.search(payload.clientId()).documents().stream()
                    .filter(document -> name.equals(document.documentName()))
                    .map(Document::id)
                    .filter(EzLynxIds::isId)
                    .map(Objects::requireNonNull)
                    .filter(id -> whole(id, payload))
                    .findFirst();
        } catch (VendorNotFound noApplicant) {
            return Optional.empty();
        }
    }

    private boolean whole(String id, AmsDocumentPayload payload) {
        VendorAnswer download = api.download(id);
        if (download.contentType().equals("text/html")) {
            throw new VendorUnavailable("EZLynx answered a page instead of document " + id);
        }
        byte[] expected = documents.content(payload.documentId()).bytes();
        return download.body().equals(new String(expected, StandardCharsets.UTF_8));
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsDocumentPayload payload) {
        EzLynxIds.applicant(payload.clientId());
        DocumentContent.Content content = documents.content(payload.documentId());
        String name = AmsTags.filename(payload.filename(), write.reference());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("DocumentName", name);
        fields.put("PolicyMasterId", Objects.requireNonNullElse(payload.policyId(), "0"));
        Forms.Multipart upload = Forms.multipart(fields, "File", name, content.contentType(), content.bytes());
        try {
            String id = EzLynxIds.bare(api.upload(payload.clientId(), upload.contentType(), upload.body()), "id");
            return WriteOutcome.done(believed(id, write, payload));
        } catch (VendorNotFound noApplicant) {
            throw new VendorRejected("EZLynx has no applicant " + payload.clientId(), noApplicant);
        }
    }

    /** The number in the answer may have been cut; what the list says is believed. */
    private String believed(String id, OutboundWrite write, AmsDocumentPayload payload) {
        String name = AmsTags.filename(payload.filename(), write.reference());
        boolean there = api.search(payload.clientId()).documents().stream()
                .anyMatch(document -> id.equals(document.id()) && name.equals(document.documentName()));
        return there
                ? id
                : find(write, payload)
                        .orElseThrow(() -> new VendorUnavailable("EZLynx confirmed a document that it does not list"));
    }
}
