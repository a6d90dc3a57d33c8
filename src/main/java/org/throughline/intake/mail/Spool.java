package org.throughline.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Temporary files of one message, so that a large message never has to fit into memory; closing deletes them. */
public final class Spool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final List<Path> files = new ArrayList<>();

    /** A stream was longer than allowed; what was read is deleted with the spool. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long limit;

        TooLarge(long limit) {
            super("More than " + limit + " bytes");
            this.limit = limit;
        }

        /** Bytes that were allowed. */
        public long limit() {
            return limit;
        }
    }

    /** Refuses a stream whose announced length is above the limit. */
    public static TooLarge tooLarge(long limit) {
        return new TooLarge(limit);
    }

    /** A new empty file. */
    public Path file() throws IOException {
        Path file = Files.createTempFile("throughline-", ".part");
        files.add(file);
        return file;
    }

    /** Writes a stream to a new file. */
    public Path write(InputStream in, long limit) throws IOException {
        Path file = file();
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(in, out, limit);
        }
        return file;
    }

    private static void copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        int read = in.read(buffer);
        while (read >= 0) {
            total += read;
            if (total > limit) {
                throw new TooLarge(limit);
            }
            out.write(buffer, 0, read);
            read = in.read(buffer);
        }
    }

    @Override
    public void close() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                LOG.warn("Temporary file {} could not be deleted", file, stays);
            }
        }
    }
}
