package org.throughline.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The messages that requests were opened by, as far as a packet may be made of them. */
public interface SourceMessages {

    /** What the sender wrote in a message, without what was quoted or forwarded. */
    Optional<String> text(String itemId);

    List<SourceFile> files(String itemId);

    /** Writes the bytes of a file. */
    void copy(String itemId, String fileId, OutputStream out) throws IOException;

    /**
     * A file of a message.
     *
     * @param text what could be read in it; empty for a picture
     */
    record SourceFile(String id, String filename, String contentType, long size, String text) {}
}
