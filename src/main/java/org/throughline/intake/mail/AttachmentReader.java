package org.throughline.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.throughline.intake.Content;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem.NewAttachment;

/** Finds out what an attached file is and reads its text, within bounds of size, pages and time. */
@Component
public class AttachmentReader implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LARGEST_READ = 20L * 1024 * 1024;
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final int MOST_PAGES = 40;
    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST_EXPANSION = 300L * 1024 * 1024;
    private static final int LARGEST_RATIO = 100;
    private static final int LARGEST_CONTENTS = 1024 * 1024;
    private static final Pattern ACORD = Pattern.compile("(?i)\\bACORD[\\s\\u00ae\\u2122]{0,3}(\\d{2,3})\\b");

    private static final Pattern ACORD_NAME =
            Pattern.compile("(?i)ACORD[\\s\\u00ae\\u2122_.-]{0,3}0?(\\d{2,3})(?!\\d)");

    private final Detector detector = new DefaultDetector();
    private final int textLimit;
    private final ExecutorService readers = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "attachment-reader");
        thread.setDaemon(true);
        return thread;
    });

    public AttachmentReader(IntakeProperties properties) {
        this.textLimit = properties.textLimit();
    }

    /**
     * A file read; flags warn of what a person should see.
     *
     * @param hidden words of a page that its reader does not see
     */
    public record Read(NewAttachment attachment, List<String> flags, String hidden) {}

    public Read read(String filename, String declaredType, Path file) throws IOException {
        String type = detect(filename, file);
        List<String> flags = new ArrayList<>();
        PdfText pdf = PdfText.NONE;
        String text = "";
        String hidden = "";
        if (isArchive(type)) {
            flags.addAll(archiveFlags(file));
        } else if (Files.size(file) <= LARGEST_READ) {
            if ("application/pdf".equals(type)) {
                pdf = pdfText(filename, file, flags);
                text = limited(pdf.text(), flags);
            } else if (PAGES.contains(type)) {
                HtmlText.Page page = HtmlText.read(decoded(file));
                text = limited(page.text(), flags);
                hidden = page.hidden();
            } else {
                text = text(type, file, flags);
            }
        }
        if (!hidden.isEmpty()) {
            flags.add("HIDDEN_TEXT");
        }
        NewAttachment attachment = new NewAttachment(
                filename, declaredType, type, sha256(file), acordForm(text, pdf), text, Content.of(file));
        return new Read(attachment, flags, hidden);
    }

    private String detect(String filename, Path file) throws IOException {
        Metadata hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, filename);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            MediaType type = detector.detect(in, hints);
            return type.getBaseType().toString();
        }
    }

    /** The number printed on the page, else the one that the form's own fields or title give. */
    private static @Nullable String acordForm(String text, PdfText pdf) {
        Matcher printed = ACORD.matcher(text);
        if (printed.find()) {
            return printed.group(1);
        }
        Matcher named = ACORD_NAME.matcher(pdf.names());
        return named.find() ? named.group(1) : null;
    }

    private String text(String type, Path file, List<String> flags) throws IOException {
        if ("application/rtf".equals(type) || "text/rtf".equals(type)) {
            return limited(rtf(file), flags);
        }
        return type.startsWith("text/") || "application/xml".equals(type) ? limited(decoded(file), flags) : "";
    }

    private static String rtf(Path file) throws IOException {
        return RtfText.of(Files.readAllBytes(file));
    }

    private String decoded(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Charsets.decode(in.readNBytes(4 * textLimit), null);
        }
    }

    private String limited(String text, List<String> flags) {
        if (text.length() <= textLimit) {
            return text;
        }
        flags.add("TEXT_CUT");
        return text.substring(0, textLimit);
    }

    /** A hostile file may take any time or break its reader in any way; it only loses its own text. */
    private PdfText pdfText(String filename, Path file, List<String> flags) {
        Future<PdfText> text = readers.submit(() -> PdfText.read(file, MOST_PAGES));
        try {
            PdfText read = text.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (read.cut()) {
                flags.add("TEXT_CUT");
            }
            return read;
        } catch (TimeoutException | ExecutionException unreadable) {
            text.cancel(true);
            LOG.warn("The text of attachment {} could not be read: {}", filename, unreadable.toString());
            boolean locked = unreadable.getCause() instanceof InvalidPasswordException;
            flags.add(locked ? "ENCRYPTED_ATTACHMENT" : "UNREADABLE_ATTACHMENT");
            return PdfText.NONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return PdfText.NONE;
        }
    }

    private static boolean isArchive(String type) {
        return type.endsWith("zip")
                || type.contains("zip-compressed")
                || type.endsWith("x-7z-compressed")
                || type.contains("rar");
    }

    /** Only an archive's table of contents is read; nothing is ever expanded. */
    private static List<String> archiveFlags(Path file) throws IOException {
        List<String> flags = new ArrayList<>(List.of("ARCHIVE"));
        if (isEncrypted(file)) {
            flags.add("ENCRYPTED_ATTACHMENT");
            return flags;
        }
        try (ZipFile archive = new ZipFile(file.toFile())) {
            long expanded = 0;
            for (ZipEntry entry : Collections.list(archive.entries())) {
                expanded += Math.max(0, entry.getSize());
            }
            if (archive.size() > MOST_ENTRIES
                    || expanded > LARGEST_EXPANSION
                    || expanded > LARGEST_RATIO * Math.max(1024, Files.size(file))) {
                flags.add("ARCHIVE_BOMB");
            }
        } catch (IOException unreadable) {
            flags.add("UNREADABLE_ATTACHMENT");
        }
        return flags;
    }

    /** Bit 0 of an entry's flags in the table of contents at the archive's end says that a password is needed. */
    private static boolean isEncrypted(Path file) throws IOException {
        long size = Files.size(file);
        byte[] end = new Slice(file, Math.max(0, size - LARGEST_CONTENTS), size).head(LARGEST_CONTENTS);
        for (int i = 0; i + 9 < end.length; i++) {
            if (end[i] == 'P' && end[i + 1] == 'K' && end[i + 2] == 1 && end[i + 3] == 2 && (end[i + 8] & 1) == 1) {
                return true;
            }
        }
        return false;
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
