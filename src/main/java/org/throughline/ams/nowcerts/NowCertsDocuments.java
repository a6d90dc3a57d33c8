package org.throughline.ams.nowcerts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.nowcerts.NowCertsApi.FileRow;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.Forms;

/**
 * Documents among the files of the policy or the insured. The file's name carries our reference, as in {@code
 * certificate SR-2026-000123-2.pdf}. A file of that name with another size is a broken upload: it counts as absent and
 * is put again under the same name, which replaces it.
 */
@OnNowCerts
@Component
class NowCertsDocuments implements AmsWriter<AmsDocumentPayload> {

    private final NowCertsApi api;
    private final NowCertsProperties properties;
    private final DocumentContent documents;

    NowCertsDocuments(NowCertsApi api, NowCertsProperties properties, DocumentContent documents) {
        this.api = api;
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
        String name = AmsTags.filename(payload.filename(), write.reference());
        Optional<FileRow> file =
                files(payload).stream().filter(row -> name.equals(row.name())).findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        long size = documents.content(payload.documentId()).bytes().length;
        return file.filter(row -> Objects.equals(row.size(), size)).map(FileRow::databaseId);
    }

    private List<FileRow> files(AmsDocumentPayload payload) {
        String policyId = payload.policyId();
        return NowCertsAnswers.files(
                policyId == null
                        ? api.insuredFiles(payload.clientId(), properties.folderId())
                        : api.policyFiles(payload.clientId(), policyId, properties.folderId()));
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsDocumentPayload payload) {
        DocumentContent.Content content = documents.content(payload.documentId());
        Forms.Multipart upload = Forms.multipart(
                Map.of(),
                "file",
                AmsTags.filename(payload.filename(), write.reference()),
                content.contentType(),
                content.bytes());
        String policyId = payload.policyId();
        return WriteOutcome.done(NowCertsAnswers.accepted(
                policyId == null
                        ? api.uploadInsuredFile(
                                payload.clientId(), properties.folderId(), upload.contentType(), upload.body())
                        : api.uploadPolicyFile(
                                payload.clientId(),
                                policyId,
                                properties.folderId(),
                                upload.contentType(),
                                upload.body())));
    }
}
