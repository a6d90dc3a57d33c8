package org.throughline.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the documents of requests, every version of them. */
public interface DocumentStore {

    /** Stores a document in the current transaction and returns its id. */
    String save(NewDocument document);

    Optional<StoredDocument> find(String id);

    /** Without bytes, oldest first. */
    List<DocumentSummary> ofRequest(String requestNumber);

    /** Marks a document as void or superseded; it stays readable. */
    void markAs(String id, DocumentStatus status);

    /** Where a document stands. */
    enum DocumentStatus {
        /** To be looked at by a person; it has not gone out. */
        DRAFT,
        CURRENT,
        SUPERSEDED,
        VOID
    }

    /**
     * A document to be stored; {@code kind} is a short word such as {@code CERTIFICATE}.
     *
     * @param createdBy user id of the person who had it made; null where no person did
     */
    record NewDocument(
            String requestNumber,
            String kind,
            String filename,
            String contentType,
            byte[] bytes,
            DocumentStatus status,
            @Nullable String createdBy) {

        /** A current document that no person made. */
        public NewDocument(String requestNumber, String kind, String filename, String contentType, byte[] bytes) {
            this(requestNumber, kind, filename, contentType, bytes, DocumentStatus.CURRENT, null);
        }
    }

    /** A document without its bytes. */
    record DocumentSummary(
            String id,
            String requestNumber,
            String kind,
            String filename,
            String contentType,
            long size,
            DocumentStatus status,
            @Nullable String createdBy,
            Instant createdAt) {}

    /** A document with its bytes. */
    record StoredDocument(DocumentSummary summary, byte[] bytes) {}
}
