package org.throughline.intake.mail.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Builds messages as strings of bytes: every character of such a string is one byte. */
final class Build {

    static final String END = "\r\n";

    private Build() {}

    /** A head with all that a proper message has, without the blank line after it. */
    static String head(String name, String... more) {
        return String.join(
                        END,
                        "From: Denise Okafor <denise@okafor.example>",
                        "To: service@harborline.example",
                        "Subject: COI",
                        "Message-ID: <" + name.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT)
                                + "@okafor.example>",
                        "Date: Mon, 16 Nov 2026 10:12:00 -0600",
                        "MIME-Version: 1.0")
                + END
                + lines(more);
    }

    /** The same without headers of some names. */
    static String headWithout(String name, List<String> left, String... more) {
        StringBuilder head = new StringBuilder();
        for (String line : head(name).split(END, -1)) {
            boolean stays = left.stream()
                    .noneMatch(header -> line.regionMatches(true, 0, header + ":", 0, header.length() + 1));
            head.append(stays && !line.isEmpty() ? line + END : "");
        }
        return head + lines(more);
    }

    static String lines(String... lines) {
        return lines.length == 0 ? "" : String.join(END, lines) + END;
    }

    static HardMail mail(String name, String head, String body) {
        return raw(name, head + END + body);
    }

    static HardMail plain(String name, String body, String... headers) {
        return mail(name, head(name, headers), body);
    }

    static HardMail raw(String name, String bytes) {
        return new HardMail(name, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String in(String charset, String text) {
        return bytes(text.getBytes(Charset.forName(charset)));
    }

    static String utf8(String text) {
        return in("UTF-8", text);
    }

    static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] raw(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String base64(String bytes) {
        return Base64.getMimeEncoder().encodeToString(raw(bytes));
    }

    static String quotedPrintable(String bytes) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            boolean stays = c == '\r' || c == '\n' || (c >= ' ' && c < 127 && c != '=');
            quoted.append(stays ? String.valueOf(c) : String.format(Locale.ROOT, "=%02X", (int) c));
        }
        return quoted.toString();
    }

    /** A part with its head. */
    static String part(String type, String content, String... headers) {
        return "Content-Type: " + type + END + lines(headers) + END + content;
    }

    static String text(String content) {
        return part("text/plain; charset=utf-8", utf8(content));
    }

    static String html(String content) {
        return part("text/html; charset=utf-8", utf8(content));
    }

    static String file(String filename, String type, String bytes) {
        return part(
                type,
                base64(bytes),
                "Content-Disposition: attachment; filename=\"" + filename + "\"",
                "Content-Transfer-Encoding: base64");
    }

    /** A multipart with its content type and all its parts. */
    static String multipart(String subtype, String boundary, String... parts) {
        return "Content-Type: multipart/" + subtype + "; boundary=\"" + boundary + "\"" + END + END
                + body(boundary, parts);
    }

    static String body(String boundary, String... parts) {
        return "--" + boundary + END + String.join(END + "--" + boundary + END, parts) + END + "--" + boundary + "--"
                + END;
    }

    /** A message whose content type and body are a part. */
    static HardMail whole(String name, String part, String... headers) {
        return raw(name, head(name, headers) + part);
    }
}
