package org.throughline.carrier.download.al3;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream apart into groups: each has its code and its length in front, with or without line breaks between
 * them. Lines whose blanks at the end were cut, or whose length is not what they say, are read all the same. Holds no
 * more than a line of the file.
 */
final class Groups {

    private static final Pattern HEAD = Pattern.compile("([1-9][A-Z][A-Z0-9]{2})(\\d{3})");
    private static final Pattern RESUME = Pattern.compile("(?:2TRG|3MTG)\\d{3}");
    private static final int HEAD_LENGTH = 7;
    private static final int LONGEST_LINE = 32_768;
    private static final char END_OF_FILE = 0x1A;

    private final Reader in;
    private final StringBuilder window = new StringBuilder();
    private final char[] chunk = new char[8192];
    private long consumed;
    private boolean ended;

    Groups(Reader in) {
        this.in = in;
    }

    /** Where something else stands than a group. */
    static final class Garbled extends Exception {

        private static final long serialVersionUID = 1L;

        Garbled(String message) {
            super(message);
        }
    }

    /**
     * The next group, or null at the file's end.
     *
     * @throws Garbled if something else stands there; {@link #resume} goes on behind it
     */
    @Nullable
    Group next() throws IOException, Garbled {
        skipBreaks();
        if (!has(1)) {
            return null;
        }
        has(HEAD_LENGTH);
        Matcher head = headAt(0);
        if (!head.lookingAt()) {
            throw new Garbled("At position " + consumed + " of the AL3 file stands \""
                    + window.substring(0, Math.min(window.length(), HEAD_LENGTH)) + "\" where a group has to begin.");
        }
        String code = head.group(1);
        int end = end(Math.max(HEAD_LENGTH, Integer.parseInt(head.group(2))));
        Group group = new Group(code, window.substring(0, end));
        drop(end);
        return group;
    }

    /** Goes to the next transaction or trailer, or to the end. */
    void resume() throws IOException {
        drop(1);
        while (has(HEAD_LENGTH)) {
            Matcher next = RESUME.matcher(window);
            if (next.find()) {
                drop(next.start());
                return;
            }
            drop(window.length() - HEAD_LENGTH + 1);
        }
        drop(window.length());
    }

    private int end(int length) throws IOException, Garbled {
        boolean all = has(length + HEAD_LENGTH);
        int declared = all ? length : Math.min(window.length(), length);
        int line = lineEnd(0, declared);
        if (line < declared || declared == window.length() || isBreak(window.charAt(declared))) {
            return line;
        }
        return headAt(declared).lookingAt() ? declared : lineEnd(declared, Integer.MAX_VALUE);
    }

    private int lineEnd(int from, int to) throws IOException, Garbled {
        int at = from;
        while (at < to && has(at + 1) && !isBreak(window.charAt(at))) {
            at++;
            if (at > LONGEST_LINE) {
                throw new Garbled("At position " + consumed + " of the AL3 file stands a line of more than "
                        + LONGEST_LINE + " characters.");
            }
        }
        return at;
    }

    private Matcher headAt(int from) {
        return HEAD.matcher(window)
                .region(Math.min(from, window.length()), Math.min(window.length(), from + HEAD_LENGTH));
    }

    private void skipBreaks() throws IOException {
        while (has(1) && isBreak(window.charAt(0))) {
            drop(1);
        }
    }

    /** True if so many characters are left; reads on as far as needed. */
    private boolean has(int characters) throws IOException {
        while (window.length() < characters && !ended) {
            int read = in.read(chunk);
            if (read < 0) {
                ended = true;
            } else {
                window.append(chunk, 0, read);
            }
        }
        return window.length() >= characters;
    }

    private void drop(int characters) {
        int dropped = Math.min(characters, window.length());
        window.delete(0, dropped);
        consumed += dropped;
    }

    private static boolean isBreak(char c) {
        return c == '\r' || c == '\n' || c == END_OF_FILE;
    }
}
