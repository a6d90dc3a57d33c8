package org.throughline.sandbox.mail.imap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.mail.MailFlag;

/** Writes responses; each character is one octet. */
final class ImapOutput {

    private static final int BUFFER = 32 * 1024;

    private final OutputStream out;

    ImapOutput(OutputStream out) {
        this.out = out;
    }

    void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void line(String text) throws IOException {
        text(text);
        text("\r\n");
    }

    /** A literal whose octets come from a stream that holds at least that many. */
    void literal(InputStream content, long length) throws IOException {
        line("{" + length + "}");
        byte[] buffer = new byte[BUFFER];
        for (long left = length; left > 0; ) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("A message is shorter than it was");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    void flush() throws IOException {
        out.flush();
    }

    /** A string as a quoted string or, where that cannot be, as a literal; NIL for none. */
    static String string(@Nullable String value) {
        if (value == null) {
            return "NIL";
        }
        boolean plain = value.chars().allMatch(c -> c >= ' ' && c < 127);
        if (plain) {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        String octets = value.chars().allMatch(c -> c < 256)
                ? value
                : new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return "{" + octets.length() + "}\r\n" + octets;
    }

    static String flags(Collection<MailFlag> flags) {
        return flags.stream().sorted().map(MailFlag::imapName).collect(Collectors.joining(" ", "(", ")"));
    }
}
