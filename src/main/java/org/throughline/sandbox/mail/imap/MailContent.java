package org.throughline.sandbox.mail.imap;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import jakarta.mail.util.SharedFileInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.mail.StoredMail;

/** The content of one message by section; the body stays in its file. */
final class MailContent implements Closeable {

    /** A part of the message: a stream and how many octets it holds. */
    record Section(InputStream stream, long length) {

        static Section of(String octets) {
            byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
            return new Section(new ByteArrayInputStream(bytes), bytes.length);
        }
    }

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int LONGEST_HEADER = 1024 * 1024;

    private final SharedFileInputStream file;
    private final long size;
    private @Nullable String header;
    private @Nullable MimeMessage message;

    MailContent(StoredMail mail) throws IOException {
        this.file = mail.open();
        this.size = mail.size();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The header with the empty line that ends it. */
    String header() throws IOException {
        String known = header;
        if (known == null) {
            known = readHeader(new BufferedInputStream(file.newStream(0, -1)));
            header = known;
        }
        return known;
    }

    private static String readHeader(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean lineEmpty = true;
        for (int c = in.read(); c >= 0 && bytes.size() < LONGEST_HEADER; c = in.read()) {
            bytes.write(c);
            if (c == '\n') {
                if (lineEmpty) {
                    break;
                }
                lineEmpty = true;
            } else if (c != '\r') {
                lineEmpty = false;
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    InternetHeaders headers() throws IOException, MessagingException {
        return new InternetHeaders(new ByteArrayInputStream(header().getBytes(StandardCharsets.ISO_8859_1)), true);
    }

    MimeMessage message() throws IOException, MessagingException {
        MimeMessage known = message;
        if (known == null) {
            known = new MimeMessage(SESSION, file.newStream(0, -1));
            message = known;
        }
        return known;
    }

    /** The section of that specification, as between the brackets of {@code BODY[…]}; empty if it is not there. */
    Section section(String specification) throws IOException {
        String name = specification.toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return new Section(file.newStream(0, -1), size);
        }
        if (name.equals("TEXT")) {
            int start = header().length();
            return new Section(file.newStream(start, -1), size - start);
        }
        try {
            return name.startsWith("HEADER") ? Section.of(selectedHeader(header(), name)) : part(name);
        } catch (MessagingException | IndexOutOfBoundsException unreadable) {
            return Section.of("");
        }
    }

    private Section part(String name) throws IOException, MessagingException {
        int end = 0;
        while (end < name.length() && (Character.isDigit(name.charAt(end)) || name.charAt(end) == '.')) {
            end++;
        }
        String rest = name.substring(end);
        Part part = message();
        for (String number : name.substring(0, end).split("\\.", 0)) {
            part = child(part, Integer.parseInt(number));
        }
        if (rest.equals("MIME") && part instanceof MimeBodyPart body) {
            return Section.of(lines(body.getAllHeaderLines()) + "\r\n");
        }
        if (rest.isEmpty()) {
            return raw(part);
        }
        if (part.getContent() instanceof MimeMessage inner) {
            return rest.equals("TEXT")
                    ? raw(inner)
                    : Section.of(selectedHeader(lines(inner.getAllHeaderLines()) + "\r\n", rest));
        }
        return Section.of("");
    }

    private static Part child(Part part, int number) throws IOException, MessagingException {
        Part container =
                part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage inner ? inner : part;
        if (container.isMimeType("multipart/*") && container.getContent() instanceof Multipart multipart) {
            BodyPart child = multipart.getBodyPart(number - 1);
            return child;
        }
        if (number == 1) {
            return container;
        }
        throw new MessagingException("There is no part " + number);
    }

    private static Section raw(Part part) throws IOException, MessagingException {
        InputStream stream =
                part instanceof MimeBodyPart body ? body.getRawInputStream() : ((MimeMessage) part).getRawInputStream();
        return new Section(stream, stream.available());
    }

    private static String lines(Enumeration<String> lines) {
        StringBuilder text = new StringBuilder();
        while (lines.hasMoreElements()) {
            text.append(lines.nextElement()).append("\r\n");
        }
        return text.toString();
    }

    /** The lines of a header that {@code HEADER}, {@code HEADER.FIELDS (…)} or {@code HEADER.FIELDS.NOT (…)} asks for. */
    private static String selectedHeader(String header, String name) throws MessagingException {
        int open = name.indexOf('(');
        if (open < 0) {
            return header;
        }
        String inner = name.substring(open + 1, name.indexOf(')', open) < 0 ? name.length() : name.indexOf(')', open));
        List<String> fields = Arrays.stream(inner.split(" ", -1))
                .map(field -> field.replace("\"", ""))
                .filter(field -> !field.isEmpty())
                .toList();
        String[] wanted = fields.toArray(String[]::new);
        InternetHeaders headers =
                new InternetHeaders(new SharedByteArrayInputStream(header.getBytes(StandardCharsets.ISO_8859_1)), true);
        Enumeration<String> lines = name.startsWith("HEADER.FIELDS.NOT")
                ? headers.getNonMatchingHeaderLines(wanted)
                : headers.getMatchingHeaderLines(wanted);
        return lines(lines) + "\r\n";
    }
}
