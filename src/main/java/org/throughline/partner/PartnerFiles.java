package org.throughline.partner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.documents.DocumentStore;
import org.throughline.documents.DocumentStore.DocumentStatus;
import org.throughline.documents.DocumentStore.DocumentSummary;
import org.throughline.documents.DocumentStore.NewDocument;

/** Files that go to a partner with its packet, and files that come back with the result. */
@Component
public class PartnerFiles {

    /** The most bytes that a partner may send in one file. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final String KIND = "PARTNER_FILE";
    private static final int LONGEST_NAME = 200;

    /** Kinds of files that a partner may send. */
    private static final Set<String> TYPES =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/tiff", "text/plain", "text/csv");

    private final PartnerAssignments assignments;
    private final SourceMessages messages;
    private final DocumentStore documents;

    public PartnerFiles(PartnerAssignments assignments, SourceMessages messages, DocumentStore documents) {
        this.assignments = assignments;
        this.messages = messages;
        this.documents = documents;
    }

    /** A file with its bytes. */
    public record Content(String filename, String contentType, byte[] bytes) {}

    /** Files that the partner sent, the oldest first. */
    public List<DocumentSummary> sent(PartnerAssignment assignment) {
        Set<String> own = assignments.files(assignment.id());
        return documents.ofRequest(assignment.requestNumber()).stream()
                .filter(document -> own.contains(document.id()))
                .toList();
    }

    /** A file of the packet, or one that the partner sent. */
    public Optional<Content> content(PartnerAssignment assignment, String fileId) {
        return assignment.packet().files().stream()
                .filter(file -> file.id().equals(fileId))
                .findFirst()
                .map(file -> new Content(file.filename(), file.contentType(), bytes(assignment, fileId)))
                .or(() -> sentContent(assignment, fileId));
    }

    private Optional<Content> sentContent(PartnerAssignment assignment, String fileId) {
        return assignments.files(assignment.id()).contains(fileId)
                ? documents
                        .find(fileId)
                        .map(found -> new Content(
                                found.summary().filename(), found.summary().contentType(), found.bytes()))
                : Optional.empty();
    }

    private byte[] bytes(PartnerAssignment assignment, String fileId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            messages.copy(String.valueOf(assignment.sourceItem()), fileId, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Keeps a file that a partner sends with its work.
     *
     * @param filename as the partner names it; folders are dropped
     * @throws PartnerRefused if it cannot be taken
     */
    @Transactional
    public DocumentSummary send(
            PartnerAssignment assignment, String filename, String contentType, byte[] bytes, String person) {
        if (!assignment.status().isOpen()) {
            throw new PartnerRefused("This work is finished; no file can be added to it.");
        }
        if (!TYPES.contains(contentType)) {
            throw new PartnerRefused("Files of type " + contentType + " are not taken. Send one of "
                    + String.join(", ", TYPES.stream().sorted().toList()) + ".");
        }
        if (bytes.length == 0 || bytes.length > LARGEST) {
            throw new PartnerRefused("The file has " + bytes.length + " bytes; send 1 to " + LARGEST + ".");
        }
        String name = filename.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new PartnerRefused("Give the file a name of 1 to " + LONGEST_NAME + " characters.");
        }
        String id = documents.save(new NewDocument(
                assignment.requestNumber(), KIND, name, contentType, bytes, DocumentStatus.CURRENT, person));
        assignments.addFile(assignment.id(), id);
        return documents.find(id).orElseThrow().summary();
    }
}
