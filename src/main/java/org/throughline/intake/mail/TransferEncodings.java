package org.throughline.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Undoes the transfer encoding of a part; one that nobody knows, or that the part does not have, leaves it as it is. */
final class TransferEncodings {

    private static final int SAMPLE = 4096;
    private static final int LARGEST_UUENCODED = 64 * 1024 * 1024;
    private static final Set<String> NONE = Set.of("", "7bit", "8bit", "binary", "7-bit", "8-bit", "none");
    private static final Set<String> UUENCODE = Set.of("x-uuencode", "uuencode", "x-uue", "uue");

    private TransferEncodings() {}

    /** The decoded content; {@code BROKEN_MIME} is flagged where it cannot be what was sent. */
    static InputStream open(Slice body, String declared, Set<String> flags) throws IOException {
        String encoding = Parameterized.token(declared).toLowerCase(Locale.ROOT);
        if (NONE.contains(encoding)) {
            return body.open();
        }
        if ("base64".equals(encoding)) {
            byte[] sample = body.head(SAMPLE);
            if (isProse(sample)) {
                flags.add("BROKEN_MIME");
                return body.open();
            }
            if (foreign(sample) > 0) {
                flags.add("BROKEN_MIME");
            }
            return new LenientBase64(body.open());
        }
        if ("quoted-printable".equals(encoding)) {
            try {
                return MimeUtility.decode(body.open(), "quoted-printable");
            } catch (MessagingException impossible) {
                throw new IOException(impossible);
            }
        }
        if (UUENCODE.contains(encoding)) {
            try (InputStream in = body.open()) {
                byte[] bytes = in.readNBytes(LARGEST_UUENCODED);
                InlineFiles.Extracted found = InlineFiles.extract(bytes);
                return new ByteArrayInputStream(
                        found.files().isEmpty() ? bytes : found.files().get(0).bytes());
            }
        }
        flags.add("BROKEN_MIME");
        return body.open();
    }

    /** Words between blanks are no Base64, whatever the head says. */
    private static boolean isProse(byte[] sample) {
        String text = new String(sample, StandardCharsets.ISO_8859_1).strip();
        long blanks = text.chars().filter(c -> c == ' ').count();
        return blanks * 12 > text.length() || foreign(sample) * 5 > sample.length;
    }

    private static int foreign(byte[] sample) {
        int foreign = 0;
        for (byte b : sample) {
            if (b != '=' && b != '\r' && b != '\n' && b != ' ' && b != '\t' && !LenientBase64.isDigit(b)) {
                foreign++;
            }
        }
        return foreign;
    }
}
