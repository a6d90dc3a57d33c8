package org.throughline.ams.hawksoft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsWriter;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/**
 * Documents: attachments of the client, linked to the policy where one is given. The file's name and the log entry that
 * comes with it carry our reference. See {@link HawkSoftWrites}.
 */
@OnHawkSoft
@Component
class HawkSoftDocuments implements AmsWriter<AmsDocumentPayload> {

    /** Longer descriptions are cut by a client that is in use; the vendor only says that they are short. */
    private static final int LONGEST_DESCRIPTION = 41;

    private final HawkSoftWrites writes;
    private final DocumentContent documents;

    HawkSoftDocuments(HawkSoftWrites writes, DocumentContent documents) {
        this.writes = writes;
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
        return HawkSoftWrites.earlier();
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsDocumentPayload payload) {
        byte[] bytes = documents.content(payload.documentId()).bytes();
        return writes.attach(write, payload.clientId(), headers(write, payload), gzip(bytes));
    }

    private Map<String, Object> headers(OutboundWrite write, AmsDocumentPayload payload) {
        String filename = AmsTags.filename(payload.filename(), write.reference());
        int dot = filename.lastIndexOf('.');
        String name = dot <= 0 ? filename : filename.substring(0, dot);
        String extension = dot <= 0 ? "" : filename.substring(dot + 1).replaceAll("[^A-Za-z0-9]", "");
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("RefId", writes.refId(write));
        headers.put("TS", HawkSoftWrites.time(write));
        headers.put("Desc", base64(shortened(payload.filename())));
        headers.put("LogNote", base64(payload.filename() + " " + AmsTags.tag(write)));
        headers.put("FileName", base64(name));
        headers.put("FileExt", extension.isEmpty() ? "bin" : extension);
        headers.put("Channel", String.valueOf(HawkSoftWrites.ONLINE_TO_AGENCY_STAFF));
        if (payload.policyId() != null) {
            headers.put("PolicyId", payload.policyId());
        }
        return headers;
    }

    private static String shortened(String description) {
        return description.codePointCount(0, description.length()) <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, description.offsetByCodePoints(0, LONGEST_DESCRIPTION));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot be compressed", impossible);
        }
        return out.toByteArray();
    }
}
