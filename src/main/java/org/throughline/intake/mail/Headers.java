package org.throughline.intake.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a message or part, read as leniently as it takes: any line end, bytes in any character set, no blank line
 * before the body, a mailbox's "From " line before it.
 */
final class Headers {

    private static final int USUAL = 64 * 1024;
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Pattern KNOWN = Pattern.compile(
            "(?i)(from|to|cc|subject|date|received|message-id|mime-version|return-path|reply-to|content-[a-z-]+):.*",
            Pattern.DOTALL);

    private final List<Header> headers = new ArrayList<>();
    private final byte[] bytes;
    private final boolean cut;
    private int at;
    private boolean complete = true;

    /** A header, its value in one line and not yet decoded. */
    record Header(String name, String value) {}

    /** A head, where its body begins, and whether it ended as a head should. */
    record Parsed(Headers headers, Slice body, boolean complete) {}

    private Headers(byte[] bytes, boolean cut) {
        this.bytes = bytes;
        this.cut = cut;
    }

    /** Reads the head at the beginning of a slice. */
    static Parsed read(Slice slice) throws IOException {
        Headers usual = new Headers(slice.head(USUAL), slice.size() > USUAL);
        if (usual.parse()) {
            return new Parsed(usual, slice.from(usual.at), usual.complete);
        }
        Headers extended = new Headers(slice.head(LARGEST), slice.size() > LARGEST);
        boolean ended = extended.parse();
        return new Parsed(extended, slice.from(extended.at), ended && extended.complete);
    }

    /** Reads a head that stands alone. */
    static Headers of(byte[] head) {
        Headers headers = new Headers(head, false);
        headers.parse();
        return headers;
    }

    /** True where the end of the head was found. */
    private boolean parse() {
        skipBefore();
        StringBuilder value = new StringBuilder();
        String name = null;
        while (at < bytes.length) {
            int end = lineEnd(at);
            int next = afterLine(end);
            if (next >= bytes.length && cut) {
                break;
            }
            if (end == at || isBlankEnd(end, next)) {
                at = next;
                add(name, value);
                return true;
            }
            if (isSpace(bytes[at]) && name != null) {
                value.append(text(at, end));
            } else if (colon(at, end) > 0) {
                add(name, value);
                int colon = colon(at, end);
                name = text(at, colon).strip();
                value.append(text(colon + 1, end));
            } else if (knownHeaderAt(next)) {
                complete = false;
            } else {
                complete = false;
                add(name, value);
                return true;
            }
            at = next;
        }
        add(name, value);
        return !cut;
    }

    private void add(@Nullable String name, StringBuilder value) {
        if (name != null) {
            headers.add(new Header(name, value.toString().strip()));
        }
        value.setLength(0);
    }

    /** A byte order mark, blank lines and the line with which a mailbox file begins a message. */
    private void skipBefore() {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            at = 3;
        }
        while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n') && knownHeaderAt(skipBlank(at))) {
            at = skipBlank(at);
        }
        int end = lineEnd(at);
        String first = text(at, Math.min(end, at + 200));
        if (first.startsWith("From ") || first.startsWith(">From ")) {
            at = afterLine(end);
        }
    }

    private int skipBlank(int from) {
        int next = from;
        while (next < bytes.length && (bytes[next] == '\r' || bytes[next] == '\n')) {
            next++;
        }
        return next;
    }

    /** A line of spaces ends a head unless the head goes on after it. */
    private boolean isBlankEnd(int end, int next) {
        for (int i = at; i < end; i++) {
            if (!isSpace(bytes[i]) && bytes[i] != 0) {
                return false;
            }
        }
        boolean goesOn = next < bytes.length && (isSpace(bytes[next]) || colon(next, lineEnd(next)) > 0);
        return !goesOn;
    }

    private boolean knownHeaderAt(int from) {
        return from < bytes.length
                && KNOWN.matcher(text(from, Math.min(lineEnd(from), from + 60))).matches();
    }

    private int colon(int from, int end) {
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == ':') {
                return i == from ? -1 : i;
            }
            boolean trailing = isSpace(b) && i > from && onlySpaceToColon(i, end);
            if ((b < 33 || b > 126) && b != 0 && !trailing) {
                return -1;
            }
        }
        return -1;
    }

    private boolean onlySpaceToColon(int from, int end) {
        int i = from;
        while (i < end && isSpace(bytes[i])) {
            i++;
        }
        return i < end && bytes[i] == ':';
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** After CR, LF, CR LF, or CR CR LF as some gateways write it. */
    private int afterLine(int end) {
        int i = end;
        if (i < bytes.length && bytes[i] == '\r') {
            i++;
            if (i + 1 < bytes.length && bytes[i] == '\r' && bytes[i + 1] == '\n') {
                i++;
            }
            return i < bytes.length && bytes[i] == '\n' ? i + 1 : i;
        }
        return Math.min(bytes.length, i + 1);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private String text(int from, int end) {
        byte[] line = new byte[Math.max(0, end - from)];
        int length = 0;
        for (int i = from; i < end; i++) {
            if (bytes[i] != 0) {
                line[length] = bytes[i];
                length++;
            }
        }
        return Charsets.decode(Arrays.copyOf(line, length), null);
    }

    boolean isEmpty() {
        return headers.isEmpty();
    }

    /** The first value of the first of these names that has one, or empty. */
    String first(String... names) {
        for (String name : names) {
            Optional<String> value =
                    all(name).stream().filter(some -> !some.isBlank()).findFirst();
            if (value.isPresent()) {
                return value.get();
            }
        }
        return "";
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The first value in lower case. */
    String lower(String name) {
        return first(name).strip().toLowerCase(Locale.ROOT);
    }
}
