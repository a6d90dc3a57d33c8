package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.base64;
import static org.throughline.intake.mail.corpus.Build.bytes;
import static org.throughline.intake.mail.corpus.Build.file;
import static org.throughline.intake.mail.corpus.Build.multipart;
import static org.throughline.intake.mail.corpus.Build.part;
import static org.throughline.intake.mail.corpus.Build.plain;
import static org.throughline.intake.mail.corpus.Build.raw;
import static org.throughline.intake.mail.corpus.Build.text;
import static org.throughline.intake.mail.corpus.Build.utf8;
import static org.throughline.intake.mail.corpus.Build.whole;

import java.util.List;

/** Outlook's winmail.dat, and messages signed or encrypted with S/MIME and PGP. */
final class SealedMail {

    private static final String SIGNED_DATA = "*\u0086H\u0086\u00f7\r\u0001\u0007\u0002";
    private static final String ENVELOPED_DATA = "*\u0086H\u0086\u00f7\r\u0001\u0007\u0003";
    private static final String DATA = "*\u0086H\u0086\u00f7\r\u0001\u0007\u0001";
    private static final String PGP = "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA7wxyz\r\n-----END PGP MESSAGE-----\r\n";

    private SealedMail() {}

    static List<HardMail> all() {
        return List.of(
                winmail(
                                "winmail.dat with text and files",
                                text(""),
                                tnef("Text from Outlook", "loss runs.txt", "five years"))
                        .body("Text from Outlook")
                        .files("loss runs.txt")
                        .fileBytes(0, raw("five years"))
                        .notFlagged("UNREADABLE_ATTACHMENT"),
                winmail("winmail.dat beside a text", text("Text outside"), tnef("Text outside", "a.bin", "\0\u0001"))
                        .body("Text outside")
                        .files("a.bin"),
                winmail("broken winmail.dat", text("Text outside"), "this is no TNEF")
                        .body("Text outside")
                        .files("winmail.dat")
                        .flags("UNREADABLE_ATTACHMENT"),
                winmail(
                                "cut winmail.dat",
                                text("Text outside"),
                                tnef("x", "a.bin", "0123456789").substring(0, 60))
                        .body("Text outside")
                        .files("winmail.dat")
                        .flags("UNREADABLE_ATTACHMENT"),
                whole(
                                "winmail.dat as the whole message",
                                part(
                                        "application/ms-tnef; name=winmail.dat",
                                        base64(tnef("All there is", "b.txt", "b")),
                                        "Content-Transfer-Encoding: base64"))
                        .body("All there is")
                        .files("b.txt"),
                winmail("empty winmail.dat", text("Text outside"), "")
                        .body("Text outside")
                        .files("winmail.dat")
                        .flags("UNREADABLE_ATTACHMENT"),
                opaque("opaque S/MIME signature", "signed-data", signed(text("Signed words")))
                        .body("Signed words")
                        .clean(),
                opaque(
                                "opaque S/MIME signature with a file",
                                "signed-data",
                                signed(multipart(
                                        "mixed", "s", text("Signed words"), file("s.txt", "text/plain", "inside"))))
                        .body("Signed words")
                        .files("s.txt"),
                opaque("opaque S/MIME signature in pieces", "signed-data", indefinite(text("Streamed words")))
                        .body("Streamed words"),
                opaque(
                                "broken S/MIME signature",
                                "signed-data",
                                signed(text("x")).substring(0, 20))
                        .files("smime.p7m")
                        .flags("UNREADABLE_ATTACHMENT"),
                opaque(
                                "encrypted with S/MIME",
                                "enveloped-data",
                                der(0x30, der(6, ENVELOPED_DATA) + der(0xA0, der(0x30, der(2, "\0")))))
                        .files("smime.p7m")
                        .flags("ENCRYPTED_MESSAGE"),
                whole(
                                "signed with S/MIME beside the text",
                                multipart(
                                        "signed",
                                        "s",
                                        text("Clear words"),
                                        file("smime.p7s", "application/pkcs7-signature", "sig")))
                        .body("Clear words")
                        .files("smime.p7s"),
                whole(
                                "signed with PGP/MIME",
                                multipart(
                                        "signed",
                                        "s",
                                        text("Clear PGP words"),
                                        part(
                                                "application/pgp-signature; name=signature.asc",
                                                "-----BEGIN PGP SIGNATURE-----")))
                        .body("Clear PGP words")
                        .files("signature.asc"),
                whole(
                                "encrypted with PGP/MIME",
                                multipart(
                                        "encrypted",
                                        "e",
                                        part("application/pgp-encrypted", "Version: 1"),
                                        part("application/octet-stream; name=encrypted.asc", PGP)))
                        .files("attachment-1.pgp-encrypted", "encrypted.asc")
                        .flags("ENCRYPTED_MESSAGE"),
                plain("encrypted with PGP in the text", PGP)
                        .bodyHas("BEGIN PGP MESSAGE")
                        .flags("ENCRYPTED_MESSAGE"),
                plain(
                                "signed with PGP in the text",
                                "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nPlease send it.\r\n- -- dashes\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz\r\n-----END PGP SIGNATURE-----\r\n")
                        .bodyHas("Please send it.")
                        .bodyLacks("BEGIN PGP", "iQEz"));
    }

    private static HardMail winmail(String name, String text, String tnef) {
        return whole(name, multipart("mixed", "w", text, file("winmail.dat", "application/ms-tnef", tnef)));
    }

    private static HardMail opaque(String name, String type, String ber) {
        return whole(
                name,
                part(
                        "application/pkcs7-mime; smime-type=" + type + "; name=smime.p7m",
                        base64(ber),
                        "Content-Transfer-Encoding: base64",
                        "Content-Disposition: attachment; filename=smime.p7m"));
    }

    private static String signed(String content) {
        String inner = der(0x30, der(6, DATA) + der(0xA0, der(4, content)));
        return der(
                0x30,
                der(6, SIGNED_DATA) + der(0xA0, der(0x30, der(2, "\u0001") + der(0x31, "") + inner + der(0x31, ""))));
    }

    /** The same with indefinite lengths, the content in two pieces, as Outlook streams it. */
    private static String indefinite(String content) {
        int half = content.length() / 2;
        String pieces = "$\u0080" + der(4, content.substring(0, half)) + der(4, content.substring(half)) + "\0\0";
        String inner = "0\u0080" + der(6, DATA) + "\u00a0\u0080" + pieces + "\0\0" + "\0\0";
        return "0\u0080" + der(6, SIGNED_DATA) + "\u00a0\u0080" + "0\u0080" + der(2, "\u0001") + der(0x31, "") + inner
                + der(0x31, "") + "\0\0\0\0\0\0";
    }

    private static String der(int tag, String content) {
        int length = content.length();
        String size = length < 128
                ? String.valueOf((char) length)
                : length < 256 ? "\u0081" + (char) length : "\u0082" + (char) (length >> 8) + (char) (length & 0xFF);
        return (char) tag + size + content;
    }

    private static String tnef(String text, String filename, String content) {
        return little(0x223E9F78, 4)
                + little(1, 2)
                + attribute(1, 0x0002800C, utf8(text) + "\0")
                + attribute(2, 0x00069002, bytes(new byte[14]))
                + attribute(2, 0x00018010, filename + "\0")
                + attribute(2, 0x0006800F, content);
    }

    private static String attribute(int level, int id, String data) {
        int sum = data.chars().sum() & 0xFFFF;
        return (char) level + little(id, 4) + little(data.length(), 4) + data + little(sum, 2);
    }

    private static String little(int value, int bytes) {
        StringBuilder little = new StringBuilder();
        for (int i = 0; i < bytes; i++) {
            little.append((char) (value >> (8 * i) & 0xFF));
        }
        return little.toString();
    }
}
