package org.throughline.intake.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.throughline.carrier.download.DownloadReader;
import org.throughline.carrier.download.DownloadReader.Reading;
import org.throughline.carrier.download.Downloaded;
import org.throughline.carrier.download.Downloads;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.UnreadableFile;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.InboundItems;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.intake.Senders;
import org.throughline.intake.mail.AttachmentReader;
import org.throughline.intake.mail.MimeReader;
import org.throughline.intake.mail.Spool;

/**
 * Takes in one file of the carrier feed: a notice as text, a mail, a document, or a download with an item for each of its
 * transactions. An item's id comes from what the file says, so that the same file again adds nothing.
 */
@Component
class FeedReader {

    /** Behind the format's name: flag of the transactions of a file that ends before its end. */
    private static final String NO_TRAILER = "_NO_TRAILER";

    private static final Pattern HEADER_LINE = Pattern.compile("(?i)^(from|subject):\\s*(\\S.*)$", Pattern.MULTILINE);
    private static final int HEADER_AREA = 1000;
    private static final int LONGEST_TITLE = 150;

    private final InboundItems items;
    private final List<DownloadReader> downloadReaders;
    private final Downloads downloads;
    private final MimeReader mails;
    private final AttachmentReader files;
    private final IntakeProperties limits;
    private final FeedProperties properties;
    private final Clock clock;

    FeedReader(
            InboundItems items,
            List<DownloadReader> downloadReaders,
            Downloads downloads,
            MimeReader mails,
            AttachmentReader files,
            IntakeProperties limits,
            FeedProperties properties,
            Clock clock) {
        this.items = items;
        this.downloadReaders = downloadReaders;
        this.downloads = downloads;
        this.mails = mails;
        this.files = files;
        this.limits = limits;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Takes in a file; when this returns, all of it is committed.
     *
     * @throws UnreadableFile if nobody can read it, or a part of it, here; what can be read of a download is taken in
     */
    void takeIn(Path file) throws IOException, UnreadableFile {
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableFile("The file is empty.");
        }
        Optional<DownloadReader> download = downloadReader(file);
        DataSize limit = download.isPresent() ? properties.downloadLimit() : limits.messageLimit();
        if (size > limit.toBytes()) {
            throw new UnreadableFile("The file is larger than " + limit.toMegabytes() + " MB.");
        }
        if (download.isPresent()) {
            transactions(file, download.get());
            return;
        }
        AttachmentReader.Read read = files.read(name(file), MediaType.APPLICATION_OCTET_STREAM_VALUE, file);
        boolean mail = name(file).toLowerCase(Locale.ROOT).endsWith(".eml")
                || read.attachment().detectedType().equals(MimeReader.MESSAGE_TYPE);
        if (mail) {
            mail(file, "feed/" + read.attachment().sha256());
        } else {
            document(file, read);
        }
    }

    /** Keeps a file that cannot be read as a refused item, which a person sees. */
    void refuse(Path file, UnreadableFile unreadable) throws IOException {
        boolean tooLarge = Files.size(file) > limits.messageLimit().toBytes();
        Content original = tooLarge ? Content.of(start(file).getBytes(StandardCharsets.ISO_8859_1)) : Content.of(file);
        AttachmentReader.Read read = files.read(name(file), MediaType.APPLICATION_OCTET_STREAM_VALUE, file);
        items.accept(item(
                "feed/" + read.attachment().sha256(),
                "carrier feed",
                "Carrier feed file " + name(file) + " cannot be read",
                "",
                List.of(),
                unreadable.why(),
                List.of(),
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                original));
    }

    /** False where a file looks as if the rest of it were still to come. */
    boolean looksWhole(Path file) throws IOException {
        Optional<DownloadReader> download = downloadReader(file);
        return download.isEmpty() || download.get().isWhole(end(file));
    }

    private Optional<DownloadReader> downloadReader(Path file) throws IOException {
        String start = start(file);
        return downloadReaders.stream()
                .filter(reader -> reader.recognizes(name(file), start))
                .findFirst();
    }

    private void transactions(Path file, DownloadReader reader) throws IOException, UnreadableFile {
        List<String> flags = reader.isWhole(end(file)) ? List.of() : List.of(reader.format() + NO_TRAILER);
        Reading reading = reader.read(file, transaction -> take(transaction, reader.format(), flags));
        if (!reading.problems().isEmpty()) {
            throw new UnreadableFile("Of the download, " + reading.transactions()
                    + " transactions were taken in, and the rest cannot be read:\n"
                    + String.join("\n", reading.problems()));
        }
    }

    /** The transaction is kept first, so that whoever works on its item finds it. */
    private void take(Downloaded downloaded, String format, List<String> flags) {
        Transaction transaction = downloaded.transaction();
        String carrier = transaction.carrier();
        String name = format.replace('_', ' ') + " download";
        downloads.keep(transaction, format);
        items.accept(item(
                transaction.id(),
                carrier.isEmpty() ? name : carrier + " (" + name + ")",
                transaction.subject(),
                downloaded.text(),
                flags,
                null,
                List.of(),
                MediaType.TEXT_PLAIN_VALUE,
                Content.of(downloaded.bytes())));
    }

    private void mail(Path file, String idWithoutAnother) throws IOException {
        try (Spool spool = new Spool()) {
            NewItem mail = mails.read(file, spool);
            items.accept(new NewItem(
                    Channel.CARRIER_FEED,
                    mail.externalId() == null ? idWithoutAnother : mail.externalId(),
                    mail.receivedAt(),
                    mail.sender(),
                    mail.senderAddress(),
                    mail.recipient(),
                    mail.subject(),
                    mail.body(),
                    mail.quoted(),
                    mail.forwarded(),
                    mail.hidden(),
                    mail.inReplyTo(),
                    mail.references(),
                    mail.autoSubmitted(),
                    mail.flags(),
                    mail.refusal(),
                    mail.attachments(),
                    mail.originalType(),
                    mail.original()));
        }
    }

    private void document(Path file, AttachmentReader.Read read) throws IOException, UnreadableFile {
        NewAttachment document = read.attachment();
        String type = document.detectedType();
        boolean notice = type.startsWith("text/") && document.text().indexOf('\0') < 0;
        if (!notice && !type.equals("application/pdf") && !type.startsWith("image/")) {
            throw new UnreadableFile(
                    "The file is neither text, mail, download, PDF nor a picture; it looks like " + type + ".");
        }
        String text = notice ? document.text() : "";
        String sender = header(text, "from", "carrier feed");
        items.accept(item(
                "feed/" + document.sha256(),
                sender,
                header(text, "subject", title(text, file)),
                notice ? text : "Carrier document " + name(file),
                read.flags(),
                null,
                notice ? List.of() : List.of(document),
                type,
                Content.of(file)));
    }

    private NewItem item(
            String externalId,
            String sender,
            String subject,
            String body,
            List<String> flags,
            @Nullable String refusal,
            List<NewAttachment> attachments,
            String originalType,
            Content original) {
        return new NewItem(
                Channel.CARRIER_FEED,
                externalId,
                clock.instant(),
                sender,
                Senders.address(sender),
                "system",
                subject,
                body.length() <= limits.textLimit() ? body : body.substring(0, limits.textLimit()),
                "",
                "",
                null,
                List.of(),
                false,
                flags,
                refusal,
                attachments,
                originalType,
                original);
    }

    /** A notice may begin with lines that say who writes and about what. */
    private static String header(String text, String name, String otherwise) {
        Matcher header = HEADER_LINE.matcher(text.substring(0, Math.min(text.length(), HEADER_AREA)));
        while (header.find()) {
            if (header.group(1).equalsIgnoreCase(name)) {
                return header.group(2).strip();
            }
        }
        return otherwise;
    }

    private static String title(String text, Path file) {
        String first = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("Carrier document " + name(file));
        return first.length() <= LONGEST_TITLE ? first : first.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(DownloadReader.GLIMPSE), StandardCharsets.ISO_8859_1);
        }
    }

    private static String end(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(DownloadReader.GLIMPSE, in.length())];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return new String(end, StandardCharsets.ISO_8859_1);
        }
    }
}
