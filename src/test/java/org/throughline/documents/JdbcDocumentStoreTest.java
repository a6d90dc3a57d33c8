package org.throughline.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.documents.DocumentStore.DocumentStatus;
import org.throughline.documents.DocumentStore.NewDocument;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

class JdbcDocumentStoreTest {

    private final JdbcDocumentStore documents = new JdbcDocumentStore(
            JdbcClient.create(TestDatabase.migrated().jdbc()),
            TestAgency.PROFILE,
            Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC));

    @Test
    void keepsBytesAndSaysWhatTheyAre() {
        String id = documents.save(
                new NewDocument("SR-2026-000001", "CERTIFICATE", "c.pdf", "application/pdf", "%PDF".getBytes(UTF_8)));

        assertThat(documents.find(id)).hasValueSatisfying(found -> {
            assertThat(found.bytes()).isEqualTo("%PDF".getBytes(UTF_8));
            assertThat(found.summary().size()).isEqualTo(4);
            assertThat(found.summary().status()).isEqualTo(DocumentStatus.CURRENT);
            assertThat(found.summary().createdBy()).isNull();
            assertThat(found.summary().createdAt()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
        });
        assertThat(documents.content(id).filename()).isEqualTo("c.pdf");
    }

    @Test
    void aVoidDocumentStaysReadable() {
        String id = documents.save(new NewDocument(
                "SR-2026-000002",
                "CERTIFICATE",
                "c.pdf",
                "application/pdf",
                new byte[0],
                DocumentStatus.DRAFT,
                "maria"));

        documents.markAs(id, DocumentStatus.VOID);

        assertThat(documents.ofRequest("SR-2026-000002")).singleElement().satisfies(summary -> {
            assertThat(summary.status()).isEqualTo(DocumentStatus.VOID);
            assertThat(summary.createdBy()).isEqualTo("maria");
        });
    }
}
