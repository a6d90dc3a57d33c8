package org.throughline.ams.ezlynx;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorAnswer;

/** Documents at the gateway. */
@Headers({EzLynxClassicApi.AGENT})
interface EzLynxDocumentApi {

    /** Seen in clients: answers with the document's number as plain text. Every call adds another document. */
    @RequestLine("POST /DocumentApi/documents/v1/account/{applicantId}/document")
    @Headers({"Accept: text/plain", "Content-Type: {contentType}"})
    VendorAnswer upload(
            @Param("applicantId") String applicantId, @Param("contentType") String contentType, byte[] multipart);

    /** Seen in clients. */
    @RequestLine("GET /DocumentApi/documents/v1/account/{applicantId}/document-search")
    @Headers("Accept: application/json")
    Found search(@Param("applicantId") String applicantId);

    /** Seen in clients: the file's bytes. */
    @RequestLine("GET /DocumentApi/documents/v1/{id}/download")
    VendorAnswer download(@Param("id") String id);

    record Found(@Nullable List<Document> results) {

        List<Document> documents() {
            return Objects.requireNonNullElse(results, List.of());
        }
    }

    record Document(@Nullable String id, @Nullable String documentName) {}
}
