package org.throughline.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a multipart body into its parts. Parts after the end mark are parts too; where the declared boundary does not
 * occur, the one that the body itself uses is taken.
 */
final class Multiparts {

    private static final int LONGEST_BOUNDARY_LINE = 400;

    private Multiparts() {}

    /**
     * The parts of a body.
     *
     * @param preamble what stands before the first of them
     * @param complete true where the end mark was there and nothing came after it
     * @param declared true where the boundary is the declared one
     */
    record Parts(List<Slice> parts, Slice preamble, boolean complete, boolean declared) {}

    static Parts split(Slice body, @Nullable String boundary, int most) throws IOException {
        if (boundary != null) {
            Parts parts = cut(body, "--" + boundary.stripTrailing(), most, true);
            if (!parts.parts().isEmpty()) {
                return parts;
            }
        }
        String used = usedBoundary(body);
        return used == null ? new Parts(List.of(), body, false, boundary != null) : cut(body, used, most, false);
    }

    /** The first line that looks like a boundary and is followed by a part's head, or that comes again. */
    private static @Nullable String usedBoundary(Slice body) throws IOException {
        try (Lines lines = new Lines(body)) {
            while (lines.next()) {
                String line = lines.text().stripTrailing();
                if (line.length() > 2 && line.startsWith("--") && line.length() < 200 && line.indexOf(' ') < 0) {
                    String next = lines.next() ? lines.text() : "";
                    if (next.isBlank() || next.regionMatches(true, 0, "content-", 0, 8)) {
                        return line;
                    }
                }
            }
        }
        return null;
    }

    private static Parts cut(Slice body, String mark, int most, boolean declared) throws IOException {
        List<Slice> parts = new ArrayList<>();
        long start = -1;
        long preamble = body.start();
        boolean ended = false;
        boolean more = false;
        try (Lines lines = new Lines(body)) {
            while (lines.next()) {
                String line = lines.text();
                int kind = line.startsWith(mark) ? kind(line.substring(mark.length())) : 0;
                if (kind == 0) {
                    continue;
                }
                if (start >= 0 && parts.size() < most) {
                    parts.add(new Slice(body.file(), start, Math.max(start, lines.endBefore())));
                } else if (start < 0 && parts.isEmpty()) {
                    preamble = lines.startOfLine();
                }
                more |= ended && kind == 1;
                ended |= kind == 2;
                start = kind == 1 ? lines.startOfNext() : -1;
            }
        }
        if (start >= 0 && start < body.end() && parts.size() < most) {
            parts.add(new Slice(body.file(), start, body.end()));
        }
        return new Parts(parts, new Slice(body.file(), body.start(), preamble), ended && !more && start < 0, declared);
    }

    /** 1 for a line that begins a part, 2 for the end mark, 0 for a line that only begins like one. */
    private static int kind(String rest) {
        if (rest.isBlank()) {
            return 1;
        }
        return rest.startsWith("--") && rest.substring(2).isBlank() ? 2 : 0;
    }

    /** Walks over the lines of a slice and knows where each begins; only the beginning of a long line is kept. */
    private static final class Lines implements AutoCloseable {
        private final InputStream in;
        private final byte[] buffer = new byte[32 * 1024];
        private final byte[] head = new byte[LONGEST_BOUNDARY_LINE];
        private int filled;
        private int at;
        private long position;
        private long lineStart;
        private long endOfPrevious;
        private long endOfLast;
        private int length;

        private Lines(Slice slice) throws IOException {
            this.in = slice.open();
            this.position = slice.start();
            this.endOfLast = slice.start();
        }

        private int peek() throws IOException {
            if (at == filled) {
                filled = Math.max(0, in.read(buffer, 0, buffer.length));
                at = 0;
            }
            return filled == 0 ? -1 : buffer[at] & 0xFF;
        }

        private boolean next() throws IOException {
            lineStart = position;
            endOfPrevious = endOfLast;
            length = 0;
            int c = peek();
            if (c < 0) {
                return false;
            }
            while (c >= 0 && c != '\n' && c != '\r') {
                if (length < head.length) {
                    head[length] = (byte) c;
                    length++;
                }
                at++;
                position++;
                c = peek();
            }
            endOfLast = position;
            if (c == '\r') {
                at++;
                position++;
                c = peek();
            }
            if (c == '\n') {
                at++;
                position++;
            }
            return true;
        }

        private String text() {
            return new String(head, 0, length, StandardCharsets.ISO_8859_1);
        }

        private long startOfLine() {
            return lineStart;
        }

        private long startOfNext() {
            return position;
        }

        /** The line end before a boundary belongs to the boundary. */
        private long endBefore() {
            return endOfPrevious;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
