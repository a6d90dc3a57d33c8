package org.throughline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.TransactionMemory;
import org.throughline.platform.ledger.DocumentContent;

/** The documents of requests in the table {@code document}; also where outgoing channels get attachments from. */
@Component
class JdbcDocumentStore implements DocumentStore, DocumentContent {

    private static final String SUMMARY =
            "id, request_number, kind, filename, content_type, size_bytes, status, created_by, created_at";

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcDocumentStore(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public String save(NewDocument document) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        "insert into document (id, tenant_id, request_number, kind, filename, content_type, size_bytes,"
                                + " status, created_by, created_at, content)"
                                + " values (:id, :tenant, :request, :kind, :filename, :type, :size, :status, :by, :at, :content)")
                .param("id", id)
                .param("tenant", agency.tenant())
                .param("request", document.requestNumber())
                .param("kind", document.kind())
                .param("filename", document.filename())
                .param("type", document.contentType())
                .param("size", (long) document.bytes().length)
                .param("status", document.status().name())
                .param("by", document.createdBy())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("content", document.bytes())
                .update();
        return id;
    }

    @Override
    public Optional<StoredDocument> find(String id) {
        return jdbc.sql("select " + SUMMARY + ", content from document where id = :id and tenant_id = :tenant")
                .param("id", id)
                .param("tenant", agency.tenant())
                .query((row, number) -> new StoredDocument(summary(row), row.getBytes("content")))
                .optional();
    }

    @Override
    public List<DocumentSummary> ofRequest(String requestNumber) {
        return jdbc.sql("select " + SUMMARY + " from document where request_number = :request and tenant_id = :tenant"
                        + " order by created_at, id")
                .param("request", requestNumber)
                .param("tenant", agency.tenant())
                .query((row, number) -> summary(row))
                .list();
    }

    @Override
    public void markAs(String id, DocumentStatus status) {
        jdbc.sql("update document set status = :status where id = :id and tenant_id = :tenant")
                .param("status", status.name())
                .param("id", id)
                .param("tenant", agency.tenant())
                .update();
    }

    @Override
    public Content content(String documentId) {
        return TransactionMemory.recall(documentId, Content.class).orElseGet(() -> read(documentId));
    }

    /** A document goes out as an attachment and as a record of the AMS in one transaction; its bytes never change. */
    private Content read(String documentId) {
        StoredDocument document = find(documentId)
                .orElseThrow(() -> new NoSuchElementException("There is no document " + documentId + "."));
        Content content =
                new Content(document.summary().filename(), document.summary().contentType(), document.bytes());
        TransactionMemory.remember(documentId, Content.class, content);
        return content;
    }

    private static DocumentSummary summary(ResultSet row) throws SQLException {
        return new DocumentSummary(
                row.getString("id"),
                row.getString("request_number"),
                row.getString("kind"),
                row.getString("filename"),
                row.getString("content_type"),
                row.getLong("size_bytes"),
                DocumentStatus.valueOf(row.getString("status")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
