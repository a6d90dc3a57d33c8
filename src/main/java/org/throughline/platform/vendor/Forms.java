package org.throughline.platform.vendor;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Bodies of HTML forms, which vendors take for logins and files. */
public final class Forms {

    private static final String LINE = "\r\n";

    private Forms() {}

    /** {@code application/x-www-form-urlencoded}: names and values in turn. */
    public static String urlEncoded(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            form.append(at == 0 ? "" : "&")
                    .append(namesAndValues[at])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[at + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /**
     * {@code multipart/form-data}.
     *
     * @param contentType with the boundary, for the header
     */
    public record Multipart(String contentType, byte[] body) {}

    /** One file after some plain fields; quotes, slashes and control characters in names become underscores. */
    public static Multipart multipart(
            Map<String, String> fields, String fileField, String filename, String type, byte[] bytes) {
        String boundary = "throughline-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        new LinkedHashMap<>(fields)
                .forEach((name, value) -> head.append("--")
                        .append(boundary)
                        .append(LINE)
                        .append("Content-Disposition: form-data; name=\"")
                        .append(safe(name))
                        .append('"')
                        .append(LINE)
                        .append(LINE)
                        .append(value)
                        .append(LINE));
        head.append("--")
                .append(boundary)
                .append(LINE)
                .append("Content-Disposition: form-data; name=\"")
                .append(safe(fileField))
                .append("\"; filename=\"")
                .append(safe(filename))
                .append('"')
                .append(LINE)
                .append("Content-Type: ")
                .append(type)
                .append(LINE)
                .append(LINE);
        ByteArrayOutputStream body = new ByteArrayOutputStream(bytes.length + 1024);
        body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes((LINE + "--" + boundary + "--" + LINE).getBytes(StandardCharsets.UTF_8));
        return new Multipart("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static String safe(String name) {
        return name.replaceAll("[\"\\\\/\\p{Cntrl}]", "_");
    }
}
