package org.throughline.sandbox.mail.imap;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the ENVELOPE and BODYSTRUCTURE of a message. */
final class Structure {

    private static final int DEEPEST = 20;
    private static final String PLAIN = "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 0 0)";

    private Structure() {}

    static String envelope(MailContent content) throws IOException {
        try {
            return envelope(content.headers());
        } catch (MessagingException unreadable) {
            return "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)";
        }
    }

    private static String envelope(InternetHeaders headers) {
        String from = addresses(headers.getHeader("From", ","));
        return "(" + field(headers, "Date") + " " + field(headers, "Subject") + " " + from + " "
                + addressesOr(headers, "Sender", from) + " " + addressesOr(headers, "Reply-To", from) + " "
                + addresses(headers.getHeader("To", ",")) + " " + addresses(headers.getHeader("Cc", ",")) + " "
                + addresses(headers.getHeader("Bcc", ",")) + " " + field(headers, "In-Reply-To") + " "
                + field(headers, "Message-ID") + ")";
    }

    private static String field(InternetHeaders headers, String name) {
        String[] values = headers.getHeader(name);
        return ImapOutput.string(values == null ? null : MimeUtility.unfold(values[0]));
    }

    private static String addressesOr(InternetHeaders headers, String name, String other) {
        String own = addresses(headers.getHeader(name, ","));
        return own.equals("NIL") ? other : own;
    }

    private static String addresses(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return "NIL";
        }
        StringBuilder out = new StringBuilder("(");
        try {
            for (InternetAddress address : InternetAddress.parseHeader(MimeUtility.unfold(value), false)) {
                String mail = address.getAddress() == null ? "" : address.getAddress();
                int at = mail.lastIndexOf('@');
                out.append("(").append(ImapOutput.string(rawName(address))).append(" NIL ");
                out.append(ImapOutput.string(at < 0 ? mail : mail.substring(0, at)))
                        .append(" ");
                out.append(ImapOutput.string(at < 0 ? "" : mail.substring(at + 1)))
                        .append(")");
            }
        } catch (AddressException unreadable) {
            out.append("(").append(ImapOutput.string(value)).append(" NIL \"\" \"\")");
        }
        return out.length() == 1 ? "NIL" : out.append(")").toString();
    }

    /** The display name as it stands in the header, still encoded. */
    private static @Nullable String rawName(InternetAddress address) {
        String name = address.getPersonal();
        if (name == null) {
            return null;
        }
        try {
            return MimeUtility.encodeText(name, "UTF-8", null);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("UTF-8 is always there", impossible);
        }
    }

    static String body(MailContent content, boolean extended) throws IOException {
        try {
            return body(content.message(), extended, 0);
        } catch (MessagingException unreadable) {
            return PLAIN;
        }
    }

    private static String body(Part part, boolean extended, int depth) throws IOException, MessagingException {
        ContentType type = type(part);
        if (type.match("multipart/*") && depth < DEEPEST) {
            String multipart = multipart(part, type, extended, depth);
            if (multipart != null) {
                return multipart;
            }
            type = new ContentType("application", "octet-stream", null);
        }
        StringBuilder out = new StringBuilder("(");
        out.append(upper(type.getPrimaryType())).append(" ").append(upper(type.getSubType()));
        out.append(" ").append(parameters(type.getParameterList()));
        out.append(" ").append(header(part, "Content-ID")).append(" ").append(header(part, "Content-Description"));
        String encoding = first(part, "Content-Transfer-Encoding");
        out.append(" ").append(upper(encoding == null ? "7bit" : encoding.strip()));
        out.append(" ").append(raw(part).available());
        if (type.match("message/rfc822") && depth < DEEPEST && part.getContent() instanceof MimeMessage inner) {
            InternetHeaders headers = new InternetHeaders();
            for (Header line : Collections.list(inner.getAllHeaders())) {
                headers.addHeader(line.getName(), line.getValue());
            }
            out.append(" ").append(envelope(headers)).append(" ").append(body(inner, extended, depth + 1));
            out.append(" ").append(lines(part));
        } else if (type.match("text/*")) {
            out.append(" ").append(lines(part));
        }
        if (extended) {
            out.append(" NIL ").append(disposition(part)).append(" NIL NIL");
        }
        return out.append(")").toString();
    }

    private static @Nullable String multipart(Part part, ContentType type, boolean extended, int depth)
            throws IOException {
        StringBuilder out = new StringBuilder("(");
        try {
            if (!(part.getContent() instanceof Multipart multipart) || multipart.getCount() == 0) {
                return null;
            }
            for (int i = 0; i < multipart.getCount(); i++) {
                out.append(body(multipart.getBodyPart(i), extended, depth + 1));
            }
            out.append(" ").append(upper(type.getSubType()));
            if (extended) {
                out.append(" ").append(parameters(type.getParameterList()));
                out.append(" ").append(disposition(part)).append(" NIL NIL");
            }
            return out.append(")").toString();
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException unreadable) {
            return new ContentType("text", "plain", null);
        }
    }

    private static String parameters(@Nullable ParameterList parameters) {
        if (parameters == null || parameters.size() == 0) {
            return "NIL";
        }
        StringBuilder out = new StringBuilder("(");
        Enumeration<String> names = parameters.getNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            out.append(out.length() == 1 ? "" : " ").append(upper(name)).append(" ");
            out.append(ImapOutput.string(parameters.get(name)));
        }
        return out.append(")").toString();
    }

    private static String disposition(Part part) throws MessagingException {
        String value = first(part, "Content-Disposition");
        if (value == null) {
            return "NIL";
        }
        try {
            ContentDisposition disposition = new ContentDisposition(value);
            return "(" + upper(disposition.getDisposition()) + " " + parameters(disposition.getParameterList()) + ")";
        } catch (ParseException unreadable) {
            return "NIL";
        }
    }

    private static @Nullable String first(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null ? null : MimeUtility.unfold(values[0]);
    }

    private static String header(Part part, String name) throws MessagingException {
        return ImapOutput.string(first(part, name));
    }

    private static String upper(@Nullable String value) {
        return ImapOutput.string(value == null ? "" : value.toUpperCase(Locale.ROOT));
    }

    private static InputStream raw(Part part) throws MessagingException {
        return part instanceof MimeBodyPart body ? body.getRawInputStream() : ((MimeMessage) part).getRawInputStream();
    }

    private static int lines(Part part) throws IOException, MessagingException {
        int lines = 0;
        try (InputStream in = new BufferedInputStream(raw(part))) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    lines++;
                }
            }
        }
        return lines;
    }
}
