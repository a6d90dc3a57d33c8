package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.END;
import static org.throughline.intake.mail.corpus.Build.base64;
import static org.throughline.intake.mail.corpus.Build.file;
import static org.throughline.intake.mail.corpus.Build.multipart;
import static org.throughline.intake.mail.corpus.Build.part;
import static org.throughline.intake.mail.corpus.Build.plain;
import static org.throughline.intake.mail.corpus.Build.raw;
import static org.throughline.intake.mail.corpus.Build.text;
import static org.throughline.intake.mail.corpus.Build.utf8;
import static org.throughline.intake.mail.corpus.Build.whole;

import java.util.List;
import java.util.Locale;

/** Transfer encodings as they are, and as broken programs write them. */
final class TransferMail {

    private static final String WORDS = "Please send the certificate to the holder named below.\n";
    private static final String BINARY = "\0\u0001\u00ff=\r\n.\u0080binary";

    private TransferMail() {}

    static List<HardMail> all() {
        String encoded = base64(WORDS);
        return List.of(
                coded("base64 without padding", "base64", encoded.replace("=", ""))
                        .body(WORDS.strip())
                        .clean(),
                coded("base64 in one line", "base64", encoded.replace("\r\n", ""))
                        .body(WORDS.strip())
                        .clean(),
                coded("base64 with blank lines", "base64", encoded.replace("\r\n", "\r\n\r\n \r\n"))
                        .body(WORDS.strip())
                        .clean(),
                coded(
                                "base64 with foreign characters",
                                "base64",
                                "!" + encoded.substring(0, 20) + "*#" + encoded.substring(20))
                        .body(WORDS.strip())
                        .flags("BROKEN_MIME"),
                coded(
                                "base64 in two padded pieces",
                                "base64",
                                base64("Please se") + base64("n") + "\r\n" + base64("d it"))
                        .body("Please send it"),
                coded("base64 cut in the middle", "base64", encoded.substring(0, 31))
                        .bodyHas("Please send the certi"),
                coded("base64 declared, plain text inside", "base64", WORDS)
                        .body(WORDS.strip())
                        .flags("BROKEN_MIME"),
                coded("BASE64 in capitals with comment", "BASE64 (mime)", encoded)
                        .body(WORDS.strip())
                        .clean(),
                coded("empty base64", "base64", "").flags("EMPTY_BODY"),
                coded(
                                "quoted-printable with soft breaks",
                                "quoted-printable",
                                "Please send =\r\nthe certificate=\r\n now=2E")
                        .body("Please send the certificate now.")
                        .clean(),
                coded("quoted-printable with blanks after a soft break", "quoted-printable", "Please send = \r\nit")
                        .bodyHas("Please send", "it"),
                coded("quoted-printable with broken codes", "quoted-printable", "100=% of =ZZ values =4")
                        .bodyHas("100", "values"),
                coded("quoted-printable in lower case", "quoted-printable", "Zo=c3=ab")
                        .body("Zoë")
                        .clean(),
                coded("quoted-printable that ends in an equals sign", "quoted-printable", "The end=")
                        .body("The end"),
                coded("quoted-printable with bare LF", "quoted-printable", "a=\nb\nc")
                        .body("ab\nc"),
                coded("8bit", "8bit", utf8("Señor")).body("Señor").clean(),
                coded("binary", "binary", utf8("Señor\0 Núñez")).body("Señor Núñez"),
                coded("7bit declared, eight bits inside", "7bit", utf8("Señora"))
                        .body("Señora"),
                coded("unknown encoding", "x-squeezed", "Still readable words")
                        .body("Still readable words")
                        .flags("BROKEN_MIME"),
                coded("two encodings", "quoted-printable, 8bit", "Zo=C3=AB").body("Zoë"),
                whole(
                                "uuencoded attachment",
                                multipart(
                                        "mixed",
                                        "b",
                                        text("See file"),
                                        part(
                                                "application/octet-stream; name=a.bin",
                                                uuencoded("a.bin", BINARY),
                                                "Content-Transfer-Encoding: x-uuencode")))
                        .body("See file")
                        .files("a.bin")
                        .fileBytes(0, raw(BINARY)),
                plain(
                                "uuencoded in the text",
                                "See the picture" + END + END + uuencoded("site photo.jpg", BINARY) + END
                                        + "Thanks for it")
                        .bodyHas("See the picture", "Thanks for it")
                        .bodyLacks("begin 644")
                        .files("site photo.jpg")
                        .fileBytes(0, raw(BINARY)),
                plain("uuencoded without its end", "Broken off" + END + "begin 644 a.bin" + END + uuLine("only this"))
                        .body("Broken off")
                        .files("a.bin")
                        .flags("TRUNCATED"),
                plain("a sentence that begins with begin", "We\nbegin 200 roofs next week\nand end soon")
                        .body("We\nbegin 200 roofs next week\nand end soon")
                        .files(),
                plain("yEnc in the text", "A file" + END + yencoded("y.bin", BINARY))
                        .body("A file")
                        .files("y.bin")
                        .fileBytes(0, raw(BINARY)),
                plain("yEnc without its end", "A file" + END + "=ybegin line=128 size=3 name=z.bin" + END + "abc")
                        .files("z.bin")
                        .flags("TRUNCATED"),
                whole(
                                "attachment in base64 with junk",
                                multipart(
                                        "mixed",
                                        "b",
                                        text("See"),
                                        part(
                                                "application/octet-stream",
                                                base64(BINARY) + "\r\n-- \r\n",
                                                "Content-Disposition: attachment; filename=j.bin",
                                                "Content-Transfer-Encoding: base64")))
                        .files("j.bin"),
                whole(
                                "binary attachment as it is",
                                multipart(
                                        "mixed",
                                        "b",
                                        text("See"),
                                        part(
                                                "application/octet-stream",
                                                BINARY,
                                                "Content-Disposition: attachment; filename=r.bin",
                                                "Content-Transfer-Encoding: binary")))
                        .files("r.bin")
                        .fileBytes(0, raw(BINARY)),
                whole(
                                "encoded multipart",
                                part(
                                        "multipart/mixed; boundary=q",
                                        base64(Build.body(
                                                "q", text("Inside base64"), file("x.txt", "text/plain", "x"))),
                                        "Content-Transfer-Encoding: base64"))
                        .body("Inside base64")
                        .files("x.txt"));
    }

    private static HardMail coded(String name, String encoding, String body) {
        return plain(name, body, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: " + encoding);
    }

    private static String uuencoded(String filename, String bytes) {
        StringBuilder lines = new StringBuilder("begin 644 " + filename + END);
        for (int at = 0; at < bytes.length(); at += 45) {
            lines.append(uuLine(bytes.substring(at, Math.min(bytes.length(), at + 45))))
                    .append(END);
        }
        return lines + "`" + END + "end" + END;
    }

    private static String uuLine(String bytes) {
        StringBuilder line = new StringBuilder().append(digit(bytes.length()));
        String padded = bytes + "\0\0";
        for (int at = 0; at < bytes.length(); at += 3) {
            int three = padded.charAt(at) << 16 | padded.charAt(at + 1) << 8 | padded.charAt(at + 2);
            for (int shift = 18; shift >= 0; shift -= 6) {
                line.append(digit(three >> shift & 63));
            }
        }
        return line.toString();
    }

    private static char digit(int six) {
        return six == 0 ? '`' : (char) (six + 32);
    }

    private static String yencoded(String filename, String bytes) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            int coded = (c + 42) & 0xFF;
            boolean critical = coded == 0 || coded == '\n' || coded == '\r' || coded == '=';
            line.append(critical ? "=" : "").append((char) (critical ? (coded + 64) & 0xFF : coded));
        }
        return String.format(Locale.ROOT, "=ybegin line=128 size=%d name=%s", bytes.length(), filename) + END + line
                + END + "=yend size=" + bytes.length() + END;
    }
}
