package org.throughline.intake.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.DeliveryFailure;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.intake.Senders;

/**
 * Reads a raw message, however broken it is: every message gives an item, what could not be read is flagged. The
 * message lies in a file and its parts are slices of it, so its size is not a matter of memory; depth and number of
 * parts are bounded.
 */
@Component
public class MimeReader {

    /** Media type of an original that came as a mail. */
    public static final String MESSAGE_TYPE = "message/rfc822";

    private static final Logger LOG = LoggerFactory.getLogger(MimeReader.class);
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 300;
    private static final int LARGEST_HEADER = 512 * 1024;
    private static final int MOST_REFERENCES = 100;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,480}>");
    private static final Session SESSION = Session.getInstance(lenient());

    static {
        // Angus reads these as system properties only; each makes it deliver what there is instead of failing.
        System.setProperty("mail.mime.multipart.ignoremissingendboundary", "true");
        System.setProperty("mail.mime.multipart.ignoremissingboundaryparameter", "true");
        System.setProperty("mail.mime.multipart.allowempty", "true");
        System.setProperty("mail.mime.base64.ignoreerrors", "true");
        System.setProperty("mail.mime.parameters.strict", "false");
        System.setProperty("mail.mime.decodetext.strict", "false");
    }

    private final AttachmentReader attachments;
    private final IntakeProperties properties;
    private final Clock clock;

    public MimeReader(AttachmentReader attachments, IntakeProperties properties, Clock clock) {
        this.attachments = attachments;
        this.properties = properties;
        this.clock = clock;
    }

    private static Properties lenient() {
        Properties settings = new Properties();
        settings.setProperty("mail.mime.address.strict", "false");
        settings.setProperty("mail.mime.allowutf8", "true");
        return settings;
    }

    /** What is gathered while a message is walked through. */
    private static final Pattern FAILED = Pattern.compile("(?mi)^Action:\\s*failed\\b");

    private static final Pattern RETURNED_ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^>\\s]{1,400}>)");

    private static final class Findings {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder forwarded = new StringBuilder();
        private final List<NewAttachment> files = new ArrayList<>();
        private final Set<String> flags = new LinkedHashSet<>();
        private @Nullable String refusal;
        private int parts;
        private boolean machine;
    }

    /** Reads the message in a file; attachments lie in the spool until it is closed. */
    public NewItem read(Path file, Spool spool) throws IOException {
        Findings found = new Findings();
        if (!headerEnds(file)) {
            found.flags.add("BROKEN_MIME");
            return item(new MimeMessage(SESSION), found, readable(file), file);
        }
        try (SharedFileInputStream in = new SharedFileInputStream(file.toFile())) {
            MimeMessage message = new MimeMessage(SESSION, in);
            walk(message, 0, false, found, spool);
            String text = found.plain.isEmpty() ? found.html.toString() : found.plain.toString();
            return item(message, found, text, file);
        } catch (MessagingException | RuntimeException broken) {
            LOG.warn("A message could not be parsed and is kept as text: {}", broken.toString());
            found.flags.add("BROKEN_MIME");
            return item(new MimeMessage(SESSION), found, readable(file), file);
        }
    }

    /** An item for a message too large to be read: who sent it is all that is known. */
    public NewItem tooLarge(MimeMessage headers, Content original, long size) {
        Findings found = new Findings();
        found.refusal = "The message has " + megabytes(size) + " MB; we take in up to "
                + properties.messageLimit().toMegabytes() + " MB.";
        return item(headers, found, "", original);
    }

    private NewItem item(MimeMessage message, Findings found, String text, Path file) throws IOException {
        return item(message, found, text, Content.of(file));
    }

    private NewItem item(MimeMessage message, Findings found, String text, Content original) {
        String subject = decoded(header(message, "Subject"));
        String sender = decoded(header(message, "From", "Sender", "Return-Path"));
        String messageId = messageId(header(message, "Message-ID")).orElse(null);
        TextCleaner.Parts parts = TextCleaner.clean(limited(text), subject);
        String forwarded = joined(parts.forwarded(), found.forwarded.toString());
        Optional<String> returned = returnedMail(found, text + forwarded);
        flag(found.flags, DeliveryFailure.FLAG, returned.isPresent());
        flag(found.flags, "NO_SENDER", Senders.address(sender).isEmpty());
        flag(found.flags, "NO_MESSAGE_ID", messageId == null);
        flag(found.flags, "EMPTY_BODY", parts.body().isEmpty() && forwarded.isEmpty());
        return new NewItem(
                Channel.EMAIL,
                messageId,
                receivedAt(message, found.flags),
                sender.isBlank() ? "(no sender)" : sender,
                address(message, sender),
                recipient(message),
                subject,
                parts.body(),
                parts.quoted(),
                limited(forwarded),
                messageId(header(message, "In-Reply-To")).or(() -> returned).orElse(null),
                references(header(message, "References")),
                found.machine || isMachine(message),
                List.copyOf(found.flags),
                found.refusal,
                found.refusal == null ? List.copyOf(found.files) : List.of(),
                MESSAGE_TYPE,
                original);
    }

    private void walk(Part part, int depth, boolean nested, Findings found, Spool spool) throws IOException {
        found.parts++;
        if (depth > DEEPEST || found.parts > MOST_PARTS) {
            found.flags.add("NESTING_TOO_DEEP");
            return;
        }
        try {
            String type = type(part);
            if (type.startsWith("multipart/") && part.getContent() instanceof Multipart parts) {
                walkAll(parts, "multipart/report".equals(type), depth, nested, found, spool);
            } else if ("message/rfc822".equals(type) && part.getContent() instanceof Message inner) {
                forward(inner, depth, found, spool);
            } else if (isText(part, type)) {
                text(part, type, nested, found);
            } else {
                file(part, type, found, spool);
            }
        } catch (MessagingException | IOException | RuntimeException broken) {
            LOG.info("A part of a message could not be read: {}", broken.toString());
            found.flags.add("BROKEN_MIME");
            keepRaw(part, nested, found);
        }
    }

    private void walkAll(Multipart parts, boolean report, int depth, boolean nested, Findings found, Spool spool)
            throws MessagingException, IOException {
        found.machine |= report && !nested;
        int count = parts.getCount();
        if (parts instanceof jakarta.mail.internet.MimeMultipart mime && !mime.isComplete()) {
            found.flags.add("TRUNCATED");
        }
        for (int i = 0; i < count && found.parts <= MOST_PARTS; i++) {
            BodyPart child = parts.getBodyPart(i);
            walk(child, depth + 1, nested, found, spool);
        }
    }

    /** A mail in a mail is a forward: its head and text are read as text, its files are files of this one. */
    private void forward(Message inner, int depth, Findings found, Spool spool) throws IOException {
        found.forwarded.append("---------- Forwarded message ----------\n");
        for (String name : List.of("From", "Date", "Subject", "To")) {
            String value = decoded(header(inner, name));
            if (!value.isBlank()) {
                found.forwarded.append(name).append(": ").append(value).append('\n');
            }
        }
        found.forwarded.append('\n');
        walk(inner, depth + 1, true, found, spool);
        found.forwarded.append('\n');
    }

    private void text(Part part, String type, boolean nested, Findings found) throws MessagingException, IOException {
        String charset = parameter(part, "charset");
        flag(
                found.flags,
                "UNKNOWN_CHARSET",
                charset != null && Charsets.named(charset).isEmpty());
        byte[] bytes;
        try (InputStream in = content(part, found)) {
            bytes = in.readNBytes(8 * properties.textLimit());
        }
        String text = Charsets.decode(bytes, charset);
        boolean html = type.endsWith("html");
        String readable = html ? HtmlText.of(text) : text;
        StringBuilder target = nested ? found.forwarded : html ? found.html : found.plain;
        boolean alternative = nested && html && !found.forwarded.isEmpty() && found.forwarded.indexOf(readable) >= 0;
        if (!alternative && target.length() < properties.textLimit()) {
            target.append(readable).append('\n');
        }
    }

    private void file(Part part, String type, Findings found, Spool spool) throws IOException {
        String name = filename(part, type, found.files.size() + 1);
        try (InputStream in = content(part, found)) {
            Path file = spool.write(in, properties.attachmentLimit().toBytes());
            AttachmentReader.Read read = attachments.read(name, type, file);
            found.files.add(read.attachment());
            found.flags.addAll(read.flags());
        } catch (Spool.TooLarge tooLarge) {
            found.refusal = "The attachment \"" + name + "\" is larger than "
                    + properties.attachmentLimit().toMegabytes() + " MB.";
        } catch (MessagingException broken) {
            throw new IOException("Attachment " + name + " cannot be decoded", broken);
        }
    }

    /** The decoded content, or the raw one where nobody knows the encoding. */
    private static InputStream content(Part part, Findings found) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException | IOException unknownEncoding) {
            found.flags.add("BROKEN_MIME");
            return raw(part);
        }
    }

    private static InputStream raw(Part part) throws MessagingException {
        if (part instanceof MimeMessage message) {
            return message.getRawInputStream();
        }
        return ((MimeBodyPart) part).getRawInputStream();
    }

    private void keepRaw(Part part, boolean nested, Findings found) {
        try (InputStream in = raw(part)) {
            String text = Charsets.decode(in.readNBytes(properties.textLimit()), null);
            (nested ? found.forwarded : found.plain).append(text).append('\n');
        } catch (MessagingException | IOException gone) {
            LOG.info("Nor could its raw content: {}", gone.toString());
        }
    }

    private static boolean isText(Part part, String type) throws MessagingException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || part.getFileName() != null;
        boolean status = type.equals("message/delivery-status") || type.equals("text/rfc822-headers");
        return !attached && (type.equals("text/plain") || type.equals("text/html") || status);
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException broken) {
            return null;
        }
    }

    /** The media type in lower case; what cannot be read is a file of bytes, except that a mail without one is text. */
    private static String type(Part part) {
        try {
            String declared = part.getContentType();
            if (declared == null || declared.isBlank()) {
                return "text/plain";
            }
            return new ContentType(declared).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException broken) {
            return "text/plain";
        }
    }

    private static @Nullable String parameter(Part part, String name) {
        try {
            return new ContentType(part.getContentType()).getParameter(name);
        } catch (MessagingException broken) {
            return null;
        }
    }

    private static String filename(Part part, String type, int number) {
        String name = null;
        try {
            name = part.getFileName();
        } catch (MessagingException broken) {
            LOG.info("A file name could not be read: {}", broken.toString());
        }
        if (name == null || name.isBlank()) {
            return "attachment-" + number + "." + type.substring(type.indexOf('/') + 1);
        }
        String decoded = decoded(name).replaceAll("[\\p{Cntrl}]", " ").strip();
        return decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
    }

    private static String header(Part part, String... names) {
        for (String name : names) {
            try {
                String[] values = part.getHeader(name);
                if (values != null && values.length > 0 && !values[0].isBlank()) {
                    return values[0];
                }
            } catch (MessagingException broken) {
                LOG.info("Header {} could not be read: {}", name, broken.toString());
            }
        }
        return "";
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(unfolded).replaceAll("\\s+", " ").strip();
        } catch (java.io.UnsupportedEncodingException unknown) {
            return unfolded.strip();
        }
    }

    private static String address(MimeMessage message, String sender) {
        try {
            Address[] from = message.getFrom();
            if (from != null && from.length > 0 && from[0] instanceof InternetAddress first) {
                String address = first.getAddress();
                if (address != null && address.contains("@")) {
                    return address.toLowerCase(Locale.ROOT);
                }
            }
        } catch (MessagingException broken) {
            LOG.info("A sender is not an address: {}", broken.toString());
        }
        return Senders.address(sender);
    }

    private static String recipient(MimeMessage message) {
        return decoded(header(message, "To", "Delivered-To", "Cc"));
    }

    private static Optional<String> messageId(String header) {
        Matcher id = MESSAGE_ID.matcher(header);
        if (id.find()) {
            return Optional.of(id.group());
        }
        return header.isBlank() ? Optional.empty() : Optional.of(header.strip());
    }

    /** Message-ID of the mail that a delivery report brings back, as RFC 3464 lays such a report out. */
    private static Optional<String> returnedMail(Findings found, String text) {
        if (!found.machine || !FAILED.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher id = RETURNED_ID.matcher(text);
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    /** The first message of a thread and the newest ones matter; a hostile list in between does not. */
    private static List<String> references(String header) {
        List<String> ids = MESSAGE_ID
                .matcher(header)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
        return ids.size() <= MOST_REFERENCES ? ids : ids.subList(ids.size() - MOST_REFERENCES, ids.size());
    }

    private static boolean isMachine(MimeMessage message) {
        String automatic = header(message, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = header(message, "Precedence").strip().toLowerCase(Locale.ROOT);
        String returnPath = header(message, "Return-Path").strip();
        return !(automatic.isEmpty() || automatic.startsWith("no"))
                || Arrays.asList("bulk", "junk", "auto_reply").contains(precedence)
                || "<>".equals(returnPath)
                || !header(message, "X-Autoreply", "X-Autorespond").isEmpty();
    }

    private Instant receivedAt(MimeMessage message, Set<String> flags) {
        Instant now = clock.instant();
        try {
            Date sent = message.getSentDate();
            if (sent != null) {
                Instant at = sent.toInstant();
                boolean plausible =
                        at.isBefore(now.plus(Duration.ofDays(1))) && at.isAfter(now.minus(Duration.ofDays(3650)));
                return plausible ? at : now;
            }
        } catch (MessagingException broken) {
            LOG.info("A date could not be read: {}", broken.toString());
        }
        flags.add("NO_DATE");
        return now;
    }

    /** Without an end of the header near its beginning, a file is not a message that may be parsed. */
    private static boolean headerEnds(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(LARGEST_HEADER);
            if (start.length < LARGEST_HEADER) {
                return true;
            }
            String head = new String(start, StandardCharsets.ISO_8859_1);
            return head.contains("\r\n\r\n") || head.contains("\n\n");
        }
    }

    private String readable(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Charsets.decode(in.readNBytes(properties.textLimit()), null);
        }
    }

    private String limited(String text) {
        return text.length() <= properties.textLimit() ? text : text.substring(0, properties.textLimit());
    }

    private static String joined(String first, String second) {
        return (first + "\n\n" + second).strip();
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / (1024.0 * 1024.0));
    }

    private static void flag(Set<String> flags, String flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }
}
