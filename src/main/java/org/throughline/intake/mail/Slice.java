package org.throughline.intake.mail;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stretch of a file: a message or a part of one, read as often as needed and never held in memory. */
record Slice(Path file, long start, long end) {

    static Slice whole(Path file) throws IOException {
        return new Slice(file, 0, Files.size(file));
    }

    long size() {
        return end - start;
    }

    /** What follows after a number of bytes. */
    Slice from(long offset) {
        return new Slice(file, Math.min(end, start + offset), end);
    }

    /** The first bytes, no more than there are. */
    byte[] head(int most) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        }
    }

    InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file);
        channel.position(start);
        return new Limited(new BufferedInputStream(Channels.newInputStream(channel), 32 * 1024), size());
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        private Limited(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            int next = in.read();
            left = next < 0 ? 0 : left - 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left <= 0) {
                return -1;
            }
            int read = in.read(buffer, offset, (int) Math.min(length, left));
            left = read < 0 ? 0 : left - read;
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = in.skip(Math.min(bytes, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
