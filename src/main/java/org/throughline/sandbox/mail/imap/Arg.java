package org.throughline.sandbox.mail.imap;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One argument of a command: a text (each character one octet), a list in parentheses, or a large literal in a file.
 */
record Arg(String text, @Nullable List<Arg> list, @Nullable Path file) {

    static Arg text(String text) {
        return new Arg(text, null, null);
    }

    static Arg list(List<Arg> list) {
        return new Arg("", List.copyOf(list), null);
    }

    static Arg file(Path file) {
        return new Arg("", null, file);
    }

    /** The elements of a list; a text counts as a list of itself. */
    List<Arg> items() {
        return list == null ? List.of(this) : list;
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** The text with its octets read as UTF-8. */
    String unicode() {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
