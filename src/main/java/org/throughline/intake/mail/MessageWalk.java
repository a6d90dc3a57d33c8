package org.throughline.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.triage.DeceptiveText;

/**
 * Walks through the parts of one message and gathers its text and its files. A part that cannot be read is flagged and
 * kept as it is; depth and number of parts are bounded.
 */
final class MessageWalk {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWalk.class);
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 300;
    private static final int LARGEST_SIGNED = 64 * 1024 * 1024;
    private static final String PLAIN = "text/plain";
    private static final String MESSAGE = "message/rfc822";
    private static final Set<String> READ_AS_TEXT = Set.of(
            PLAIN,
            "text/html",
            "text/enriched",
            "text/richtext",
            "text/markdown",
            "text/x-markdown",
            "text/rtf",
            "application/rtf",
            "application/x-www-form-urlencoded");
    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status",
            "message/global-delivery-status",
            "text/rfc822-headers",
            "message/global-headers",
            "message/disposition-notification",
            "message/feedback-report");
    private static final Set<String> SEALED = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Set<String> MESSAGES = Set.of(MESSAGE, "message/global", "message/news");
    private static final Pattern META_CHARSET =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([a-z0-9_:.-]{2,40})");
    private static final Pattern LOOKS_LIKE_HTML = Pattern.compile("(?is)^\\s*(<!doctype html|<html[\\s>]).*");
    private static final Pattern PGP_SIGNED = Pattern.compile(
            "(?s)-----BEGIN PGP SIGNED MESSAGE-----\\R(?:[A-Za-z-]+:[^\\r\\n]*\\R)*\\R(.*?)\\R?-----BEGIN PGP SIGNATURE-----"
                    + ".*?-----END PGP SIGNATURE-----");

    private final AttachmentReader attachments;
    private final IntakeProperties properties;
    private final Spool spool;

    final Set<String> flags = new LinkedHashSet<>();
    final List<NewAttachment> files = new ArrayList<>();
    private final StringBuilder forwarded = new StringBuilder();
    private final StringBuilder aside = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private int parts;
    private boolean report;
    private @Nullable String refusal;
    private @Nullable String returnedId;

    MessageWalk(AttachmentReader attachments, IntakeProperties properties, Spool spool) {
        this.attachments = attachments;
        this.properties = properties;
        this.spool = spool;
    }

    /** A part: its head, its body and where it stands. */
    private record Part(Headers headers, Slice body, Parameterized type, int depth, boolean nested) {

        String mediaType() {
            return type.value();
        }

        String encoding() {
            return headers.first("Content-Transfer-Encoding");
        }

        Parameterized disposition() {
            return Parameterized.of(headers.first("Content-Disposition"));
        }

        Optional<String> name() {
            return disposition()
                    .parameter("filename")
                    .or(() -> type.parameter("name"))
                    .or(() -> disposition().parameter("name"));
        }

        boolean isAttached() {
            return "attachment".equals(disposition().value()) || name().isPresent();
        }
    }

    String forwarded() {
        return forwarded.toString();
    }

    /** Words that a reader of the message does not see, with those of the HTML files in it. */
    String hidden() {
        return hidden.toString();
    }

    boolean isReport() {
        return report;
    }

    Optional<String> returnedId() {
        return Optional.ofNullable(returnedId);
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    /** Says that the message is not taken in whole, and why. */
    void refuse(String why) {
        refusal = why;
    }

    /** The text of a message whose head was read; a text that came as a file stands in where there is no other. */
    String read(Headers.Parsed message) throws IOException {
        if (!message.complete() && !message.headers().isEmpty()) {
            flags.add("BROKEN_MIME");
        }
        String text = walk(message.headers(), message.body(), PLAIN, 0, false);
        return text.isBlank() ? aside.toString().strip() : text;
    }

    private String walk(Headers headers, Slice body, String usual, int depth, boolean nested) throws IOException {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            flags.add("NESTING_TOO_DEEP");
            return "";
        }
        Part part = new Part(headers, body, type(headers, usual), depth, nested);
        try {
            return content(part);
        } catch (IOException | RuntimeException broken) {
            LOG.info("A part of a message could not be read: {}", broken.toString());
            flags.add("BROKEN_MIME");
            return Charsets.decode(body.head(properties.textLimit()), null);
        }
    }

    private static Parameterized type(Headers headers, String usual) {
        Parameterized declared = Parameterized.of(headers.first("Content-Type"));
        String value = declared.value();
        if (value.equals("text") || (value.startsWith("text/") && value.length() == 5)) {
            return new Parameterized(PLAIN, declared.parameters());
        }
        return value.indexOf('/') > 0 ? declared : new Parameterized(usual, declared.parameters());
    }

    private String content(Part part) throws IOException {
        String type = part.mediaType();
        String name = part.name().orElse("");
        if (type.startsWith("multipart/")) {
            return multipart(part);
        }
        boolean bytes = type.equals("application/octet-stream");
        if (MESSAGES.contains(type) || (bytes && "eml".equals(FileNames.extension(name)))) {
            return forward(part);
        }
        if (REPORTS.contains(type)) {
            return text(part);
        }
        if (type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || name.equalsIgnoreCase("winmail.dat")) {
            return tnef(part);
        }
        if (SEALED.contains(type) || (bytes && "p7m".equals(FileNames.extension(name)))) {
            return sealed(part);
        }
        if (type.equals("text/calendar")) {
            return calendar(part);
        }
        if (READ_AS_TEXT.contains(type) && !part.isAttached()) {
            return text(part);
        }
        file(part);
        if (type.equals("message/partial")) {
            flags.add("PARTIAL_MESSAGE");
            return "1".equals(part.type().parameter("number").orElse("")) ? forward(part) : "";
        }
        if (type.equals("message/external-body")) {
            flags.add("EXTERNAL_BODY");
            return "External file: " + String.join(" ", part.type().parameters().values());
        }
        return "";
    }

    private String multipart(Part part) throws IOException {
        String type = part.mediaType();
        String boundary = part.type().parameter("boundary").orElse(null);
        Multiparts.Parts split = Multiparts.split(part.body(), boundary, MOST_PARTS);
        if (split.parts().isEmpty() && !part.encoding().isBlank()) {
            Slice decoded = Slice.whole(spool.write(open(part), Long.MAX_VALUE));
            split = Multiparts.split(decoded, boundary, MOST_PARTS);
        }
        report |= type.equals("multipart/report") && !part.nested();
        if (type.equals("multipart/encrypted")) {
            flags.add("ENCRYPTED_MESSAGE");
        }
        if (split.parts().isEmpty()) {
            boolean empty = split.preamble().size() == 0;
            flags.add(empty ? "TRUNCATED" : "BROKEN_MIME");
            return empty ? "" : text(new Part(part.headers(), part.body(), plain(), part.depth(), part.nested()));
        }
        flag("BROKEN_MIME", !split.declared());
        flag("TRUNCATED", !split.complete());
        flag("NESTING_TOO_DEEP", split.parts().size() >= MOST_PARTS);
        String usual = type.equals("multipart/digest") ? MESSAGE : PLAIN;
        Alternatives alternatives = new Alternatives();
        StringBuilder text = new StringBuilder();
        int filesBefore = files.size();
        for (Slice slice : split.parts()) {
            Headers.Parsed child = Headers.read(slice);
            flag("BROKEN_MIME", !child.complete() && child.body().size() > 0);
            String words = walk(child.headers(), child.body(), usual, part.depth() + 1, part.nested());
            alternatives.add(type(child.headers(), usual).value(), words);
            append(text, words);
        }
        if (type.equals("multipart/alternative")) {
            flag("ALTERNATIVES_DIFFER", alternatives.differ());
            append(hidden, alternatives.unseen());
            return alternatives.best();
        }
        boolean nothing = text.toString().isBlank() && files.size() == filesBefore && forwarded.isEmpty();
        if (nothing && split.preamble().size() > 0) {
            return text(new Part(Headers.of(new byte[0]), split.preamble(), plain(), part.depth(), part.nested()));
        }
        return text.toString();
    }

    private static Parameterized plain() {
        return Parameterized.of(PLAIN);
    }

    private void append(StringBuilder text, String words) {
        if (!words.isBlank() && text.length() < properties.textLimit()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(words.stripTrailing())
                    .append('\n');
        }
    }

    /** A mail in a mail is a forward: its head and text are read as text, its files are files of this one. */
    private String forward(Part part) throws IOException {
        Slice body = part.encoding().isBlank() ? part.body() : Slice.whole(spool.write(open(part), Long.MAX_VALUE));
        Headers.Parsed inner = Headers.read(body);
        MessageHead head = new MessageHead(inner.headers());
        if (report && returnedId == null) {
            returnedId = head.messageId().orElse(null);
        }
        forwarded.append(forwarded.isEmpty() ? "" : "\n").append("---------- Forwarded message ----------\n");
        for (String name : List.of("From", "Date", "Subject", "To")) {
            String value = EncodedWords.line(inner.headers().first(name));
            if (!value.isBlank()) {
                forwarded.append(name).append(": ").append(value).append('\n');
            }
        }
        forwarded.append('\n');
        int place = forwarded.length();
        String text = walk(inner.headers(), inner.body(), PLAIN, part.depth() + 1, true);
        if (place < properties.textLimit()) {
            forwarded.insert(place, text.strip() + "\n");
        } else {
            flags.add("TEXT_CUT");
        }
        return "";
    }

    private String text(Part part) throws IOException {
        String charset = part.type().parameter("charset").orElse(null);
        flag("UNKNOWN_CHARSET", charset != null && !Charsets.knows(charset));
        boolean html = part.mediaType().endsWith("html");
        byte[] bytes = textBytes(part, html ? 4 * HtmlText.LONGEST_PAGE : 8 * properties.textLimit());
        if (RtfText.isRtf(bytes) || part.mediaType().endsWith("rtf")) {
            return RtfText.of(bytes);
        }
        Charsets.Decoded decoded = Charsets.decoded(bytes, charset == null && html ? metaCharset(bytes) : charset);
        flag("CHARSET_GUESSED", decoded.guessed());
        String text = decoded.text().replace("\0", "");
        if (html
                || LOOKS_LIKE_HTML
                        .matcher(text.substring(0, Math.min(text.length(), 1000)))
                        .matches()) {
            HtmlText.Page page = HtmlText.read(text);
            flag("HIDDEN_TEXT", !page.hidden().isEmpty());
            append(hidden, page.hidden());
            append(hidden, page.comments());
            flag("TEXT_CUT", text.length() > HtmlText.LONGEST_PAGE);
            return page.text();
        }
        return switch (part.mediaType()) {
            case "text/enriched", "text/richtext" ->
                text.replaceAll("(?is)<param>.{0,500}?</param>|</?[a-z-]{1,40}>", "");
            case "application/x-www-form-urlencoded" -> formFields(text);
            default -> plainText(part, text);
        };
    }

    private byte[] textBytes(Part part, int most) throws IOException {
        byte[] bytes;
        try (InputStream in = open(part)) {
            bytes = in.readNBytes(most);
            flag("TEXT_CUT", in.read() >= 0);
        }
        InlineFiles.Extracted inline = InlineFiles.extract(bytes);
        for (InlineFiles.InlineFile file : inline.files()) {
            flag("TRUNCATED", !file.complete());
            store(file.name(), "application/octet-stream", new ByteArrayInputStream(file.bytes()));
        }
        return inline.text();
    }

    private String plainText(Part part, String text) {
        if (text.contains("-----BEGIN PGP MESSAGE-----")) {
            flags.add("ENCRYPTED_MESSAGE");
        }
        Matcher signed = PGP_SIGNED.matcher(text);
        String readable = signed.find()
                ? text.substring(0, signed.start())
                        + signed.group(1).replaceAll("(?m)^- ", "")
                        + text.substring(signed.end())
                : text;
        boolean flowed =
                "flowed".equalsIgnoreCase(part.type().parameter("format").orElse(""));
        boolean delSp = "yes".equalsIgnoreCase(part.type().parameter("delsp").orElse(""));
        return flowed ? FlowedText.of(readable, delSp) : readable;
    }

    private static String formFields(String text) {
        StringBuilder fields = new StringBuilder();
        for (String field : text.strip().replaceAll("\\R", "&").split("&", -1)) {
            try {
                String readable = URLDecoder.decode(field, StandardCharsets.UTF_8);
                fields.append(readable.replaceFirst("=", ": ")).append('\n');
            } catch (IllegalArgumentException notEncoded) {
                fields.append(field).append('\n');
            }
        }
        return fields.toString();
    }

    private static @Nullable String metaCharset(byte[] html) {
        Matcher meta =
                META_CHARSET.matcher(new String(html, 0, Math.min(html.length, 4096), StandardCharsets.ISO_8859_1));
        return meta.find() ? meta.group(1) : null;
    }

    private String calendar(Part part) throws IOException {
        String charset = part.type().parameter("charset").orElse(null);
        String calendar;
        try (InputStream in = open(part)) {
            calendar = Charsets.decode(in.readNBytes(8 * properties.textLimit()), charset);
        }
        flags.add("CALENDAR_" + CalendarText.method(calendar));
        append(aside, CalendarText.of(calendar));
        file(part);
        return "";
    }

    private String tnef(Part part) throws IOException {
        Path packed;
        try (InputStream in = open(part)) {
            packed = spool.write(in, properties.messageLimit().toBytes());
        }
        try {
            TnefFile.Content content = TnefFile.read(packed);
            for (TnefFile.Packed file : content.files()) {
                store(file.name(), "application/octet-stream", new ByteArrayInputStream(file.bytes()));
            }
            append(aside, content.text());
            flag("HIDDEN_TEXT", !content.hidden().isEmpty());
            append(hidden, content.hidden());
        } catch (IOException broken) {
            LOG.info("A winmail.dat could not be read: {}", broken.toString());
            flags.add("UNREADABLE_ATTACHMENT");
            file(part);
        }
        return "";
    }

    private String sealed(Part part) throws IOException {
        byte[] sealed;
        try (InputStream in = open(part)) {
            sealed = in.readNBytes(LARGEST_SIGNED);
        }
        Optional<byte[]> content = SignedContent.of(sealed);
        if (content.isPresent()) {
            Slice slice = Slice.whole(spool.write(new ByteArrayInputStream(content.get()), Long.MAX_VALUE));
            Headers.Parsed inner = Headers.read(slice);
            return walk(inner.headers(), inner.body(), PLAIN, part.depth() + 1, part.nested());
        }
        boolean signed = part.type().parameter("smime-type").orElse("").contains("signed");
        flags.add(signed ? "UNREADABLE_ATTACHMENT" : "ENCRYPTED_MESSAGE");
        file(part);
        return "";
    }

    private void file(Part part) throws IOException {
        try (InputStream in = open(part)) {
            Optional<NewAttachment> file = store(part.name().orElse(""), part.mediaType(), in);
            boolean inline = !"attachment".equals(part.disposition().value()) && !part.nested();
            boolean readable = PLAIN.equals(part.mediaType()) || "text/html".equals(part.mediaType());
            file.filter(stored -> inline && readable).ifPresent(stored -> append(aside, stored.text()));
            flag("ENCRYPTED_MESSAGE", part.mediaType().equals("application/pgp-encrypted"));
        }
    }

    private Optional<NewAttachment> store(String given, String type, InputStream in) throws IOException {
        String name = FileNames.safe(given, type, files.size() + 1);
        flag("DECEPTIVE_CHARACTERS", DeceptiveText.isIn(given));
        try {
            Path file = spool.write(in, properties.attachmentLimit().toBytes());
            AttachmentReader.Read read = attachments.read(name, type, file);
            files.add(read.attachment());
            flags.addAll(read.flags());
            append(hidden, read.hidden());
            return Optional.of(read.attachment());
        } catch (Spool.TooLarge tooLarge) {
            refusal = "The attachment \"" + name + "\" is larger than "
                    + properties.attachmentLimit().toMegabytes() + " MB.";
            return Optional.empty();
        }
    }

    private InputStream open(Part part) throws IOException {
        return TransferEncodings.open(part.body(), part.encoding(), flags);
    }

    private void flag(String flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }
}
