package org.throughline.ams.nowcerts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.nowcerts.NowCertsApi.FileRow;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;

/**
 * Documents among the files of the policy or the insured. The file's name carries our reference, as in {@code
 * certificate SR-2026-000123-2.pdf}. A file of that name with another size is a broken upload: it counts as absent and
 * is put again under the same name, which replaces it.
 */
@OnNowCerts
@Component
class NowCertsDocuments implements NowCertsChannel.Writer {

    private final NowCertsApi api;
    private final NowCertsPayloads payloads;
    private final NowCertsProperties properties;
    private final DocumentContent documents;

    NowCertsDocuments(
            NowCertsApi api, NowCertsPayloads payloads, NowCertsProperties properties, DocumentContent documents) {
        this.api = api;
        this.payloads = payloads;
        this.properties = properties;
        this.documents = documents;
    }

    @Override
    public Optional<String> find(OutboundWrite write) {
        AmsDocumentPayload payload = payloads.payload(write, AmsDocumentPayload.class);
        String name = filename(payload.filename(), write.reference());
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
        return policyId == null
                ? api.insuredFiles(payload.clientId(), properties.folderId())
                : api.policyFiles(payload.clientId(), policyId, properties.folderId());
    }

    @Override
    public String perform(OutboundWrite write) {
        AmsDocumentPayload payload = payloads.payload(write, AmsDocumentPayload.class);
        DocumentContent.Content content = documents.content(payload.documentId());
        String boundary = "throughline-" + UUID.randomUUID();
        String contentType = "multipart/form-data; boundary=" + boundary;
        byte[] body = multipart(boundary, filename(payload.filename(), write.reference()), content);
        String policyId = payload.policyId();
        return NowCertsPayloads.accepted(
                policyId == null
                        ? api.uploadInsuredFile(payload.clientId(), properties.folderId(), contentType, body)
                        : api.uploadPolicyFile(payload.clientId(), policyId, properties.folderId(), contentType, body));
    }

    /** The name with our reference before its ending, and without what would break a header line. */
    static String filename(String name, String reference) {
        String safe = name.replaceAll("[\"\\\\/\\p{Cntrl}]", "_");
        int dot = safe.lastIndexOf('.');
        return dot <= 0 ? safe + " " + reference : safe.substring(0, dot) + " " + reference + safe.substring(dot);
    }

    private static byte[] multipart(String boundary, String filename, DocumentContent.Content content) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                + "\"\r\nContent-Type: " + content.contentType() + "\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.bytes().length + 512);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content.bytes());
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
