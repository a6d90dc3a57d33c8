package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.END;
import static org.throughline.intake.mail.corpus.Build.base64;
import static org.throughline.intake.mail.corpus.Build.bytes;
import static org.throughline.intake.mail.corpus.Build.file;
import static org.throughline.intake.mail.corpus.Build.in;
import static org.throughline.intake.mail.corpus.Build.multipart;
import static org.throughline.intake.mail.corpus.Build.part;
import static org.throughline.intake.mail.corpus.Build.raw;
import static org.throughline.intake.mail.corpus.Build.text;
import static org.throughline.intake.mail.corpus.Build.utf8;
import static org.throughline.intake.mail.corpus.Build.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Attached files: their names, archives, PDFs and pictures. */
final class FileMail {

    private FileMail() {}

    static List<HardMail> all() {
        List<HardMail> mails = new ArrayList<>();
        names(mails);
        contents(mails);
        archives(mails);
        pdfs(mails);
        return mails;
    }

    private static void names(List<HardMail> mails) {
        named(mails, "in RFC 2231", "filename*=utf-8''P%C3%B3liza%20nueva.txt", "Póliza nueva.txt");
        named(mails, "in RFC 2231 pieces", "filename*0=\"loss \"; filename*1=\"runs.txt\"", "loss runs.txt");
        named(mails, "in encoded pieces", "filename*0*=utf-8''Zo%C3; filename*1*=%AB; filename*2=\".txt\"", "Zoë.txt");
        named(mails, "pieces out of order", "filename*1=\"b.txt\"; filename*0=\"a\"", "ab.txt");
        named(mails, "in RFC 2231 western", "filename*=iso-8859-1'es'P%F3liza.txt", "Póliza.txt");
        named(mails, "in both forms", "filename=\"Poliza.txt\"; filename*=utf-8''P%C3%B3liza.txt", "Póliza.txt");
        named(mails, "in encoded words", "filename=\"=?utf-8?Q?P=C3=B3liza.txt?=\"", "Póliza.txt");
        named(
                mails,
                "in two encoded words",
                "filename=\"=?utf-8?B?" + base64(utf8("Zoë ")) + "?= =?utf-8?B?" + base64("a.txt") + "?=\"",
                "Zoë a.txt");
        named(
                mails,
                "in japanese words",
                "filename=\"=?iso-2022-jp?B?" + base64(in("iso-2022-jp", "証明書")) + "?=.txt\"",
                "証明書.txt");
        named(mails, "in raw utf-8", "filename=\"" + utf8("Póliza.txt") + "\"", "Póliza.txt");
        named(mails, "with blanks and no quotes", "filename=My loss runs.txt", "My loss runs.txt");
        named(mails, "without the closing quote", "filename=\"open.txt", "open.txt");
        named(mails, "with a semicolon in quotes", "filename=\"a;b.txt\"", "a;b.txt");
        named(mails, "with an escaped quote", "filename=\"the \\\"best\\\".txt\"", "the \"best\".txt");
        named(mails, "with a Windows path", "filename=\"C:\\Users\\Denise\\loss.txt\"", "loss.txt");
        named(mails, "with a path upward", "filename=\"../../etc/passwd\"", "passwd");
        named(mails, "of a device", "filename=\"CON.txt\"", "_CON.txt");
        named(mails, "of another device", "filename=nul", "_nul");
        named(mails, "of dots", "filename=\"..\"", "attachment-1.txt");
        named(mails, "empty", "filename=\"\"", "attachment-1.txt");
        named(mails, "of 300 characters", "filename=\"" + "n".repeat(296) + ".txt\"", "n".repeat(196) + ".txt");
        named(mails, "with two extensions", "filename=\"invoice.pdf.exe\"", "invoice.pdf.exe");
        named(mails, "with control characters", "filename=\"a\u0007b\tc.txt\"", "abc.txt");
        named(mails, "with broken percents", "filename*=utf-8''100%25%ZZ.txt", "100%%ZZ.txt");
        mails.add(whole("file name with a turned direction", with("filename*=utf-8''ann%E2%80%AEfdp.exe"))
                .files("annfdp.exe")
                .flags("DECEPTIVE_CHARACTERS"));
        mails.add(whole(
                        "file named by its type only",
                        multipart(
                                "mixed",
                                "m",
                                text("See"),
                                part(
                                        "application/octet-stream; name=\"by type.bin\"",
                                        "x",
                                        "Content-Disposition: attachment")))
                .files("by type.bin"));
        mails.add(whole(
                        "files of the same name",
                        multipart(
                                "mixed",
                                "m",
                                text("See"),
                                file("a.txt", "text/plain", "one"),
                                file("a.txt", "text/plain", "two")))
                .files("a.txt", "a.txt")
                .fileBytes(0, raw("one"))
                .fileBytes(1, raw("two")));
        mails.add(whole(
                        "files without names",
                        multipart(
                                "mixed",
                                "m",
                                text("See"),
                                part("image/jpeg", "jpg", "Content-Disposition: attachment"),
                                part("application/x-acord", "x", "Content-Disposition: attachment")))
                .files("attachment-1.jpg", "attachment-2.x-acord"));
    }

    private static void named(List<HardMail> mails, String how, String parameters, String expected) {
        mails.add(whole("file name " + how, with(parameters)).body("See").files(expected));
    }

    private static String with(String parameters) {
        return multipart(
                "mixed",
                "m",
                text("See"),
                part("text/plain", "inside", "Content-Disposition: attachment; " + parameters));
    }

    private static void contents(List<HardMail> mails) {
        attached(mails, "empty file", "empty.pdf", "application/pdf", "")
                .files("empty.pdf")
                .fileBytes(0, new byte[0]);
        attached(mails, "text file in koi8-r", "a.txt", "text/plain", in("koi8-r", "Полис"))
                .files("a.txt");
        attached(
                        mails,
                        "html file with hidden words",
                        "a.html",
                        "text/html",
                        "<html><p>Seen</p><p style=\"display:none\">SECRET</p></html>")
                .fileTextHas(0, "Seen")
                .flags("HIDDEN_TEXT");
        attached(mails, "rtf file", "a.rtf", "application/rtf", "{\\rtf1 Loss runs attached}")
                .fileTextHas(0, "Loss runs attached");
        attached(mails, "csv file", "a.csv", "text/csv", "VIN,Year\n1FT,2020").fileTextHas(0, "1FT,2020");
        attached(mails, "picture", "site.png", "image/png", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")
                .files("site.png");
        attached(mails, "executable that says it is a PDF", "a.pdf", "application/pdf", "MZ\u0090\0" + "\0".repeat(60))
                .files("a.pdf");
        attached(mails, "text file of 700,000 characters", "big.txt", "text/plain", "row of data\n".repeat(60_000))
                .files("big.txt")
                .flags("TEXT_CUT");
        attached(
                        mails,
                        "file of one megabyte and one byte",
                        "big.bin",
                        "application/octet-stream",
                        "\0".repeat(1024 * 1024 + 1))
                .that(item -> org.assertj.core.api.Assertions.assertThat(item.refusal())
                        .contains("big.bin"));
    }

    private static void archives(List<HardMail> mails) {
        attached(mails, "zip", "a.zip", "application/zip", zip("a.txt", 10))
                .files("a.zip")
                .flags("ARCHIVE")
                .notFlagged("ARCHIVE_BOMB", "ENCRYPTED_ATTACHMENT");
        attached(mails, "zip bomb", "bomb.zip", "application/zip", zip("zeros", 64 * 1024 * 1024))
                .flags("ARCHIVE", "ARCHIVE_BOMB");
        String nested = zip("zeros", 1024 * 1024);
        for (int i = 0; i < 30; i++) {
            nested = zipped("level" + i + ".zip", nested);
        }
        attached(mails, "zip thirty levels deep", "deep.zip", "application/zip", nested)
                .files("deep.zip")
                .flags("ARCHIVE");
        String locked = zip("secret.txt", 10)
                .replace("PK\u0003\u0004\u0014\0\b", "PK\u0003\u0004\u0014\0\t")
                .replace("PK\u0001\u0002\u0014\0\u0014\0\b", "PK\u0001\u0002\u0014\0\u0014\0\t");
        attached(mails, "encrypted zip", "locked.zip", "application/zip", locked)
                .files("locked.zip")
                .flags("ARCHIVE", "ENCRYPTED_ATTACHMENT");
        attached(
                        mails,
                        "broken zip",
                        "broken.zip",
                        "application/zip",
                        zip("a.txt", 10).substring(0, 40))
                .flags("ARCHIVE", "UNREADABLE_ATTACHMENT");
        attached(mails, "7z", "a.7z", "application/x-7z-compressed", "7z\u00bc\u00af'\u001c\0\u0004rest")
                .flags("ARCHIVE", "UNREADABLE_ATTACHMENT");
        attached(mails, "rar", "a.rar", "application/x-rar-compressed", "Rar!\u001a\u0007\u0001\0rest")
                .flags("ARCHIVE", "UNREADABLE_ATTACHMENT");
        attached(mails, "zip with a path upward", "slip.zip", "application/zip", zip("../../evil.sh", 10))
                .files("slip.zip")
                .flags("ARCHIVE");
        attached(mails, "zip that says it is a PDF", "really.pdf", "application/pdf", zip("a.txt", 10))
                .files("really.pdf")
                .flags("ARCHIVE");
    }

    private static void pdfs(List<HardMail> mails) {
        attached(mails, "PDF", "app.pdf", "application/pdf", pdf(1, null))
                .fileTextHas(0, "ACORD 125")
                .clean();
        attached(mails, "PDF that says it is bytes", "app.bin", "application/octet-stream", pdf(1, null))
                .fileTextHas(0, "ACORD 125");
        attached(mails, "PDF with a password", "locked.pdf", "application/pdf", pdf(1, "secret"))
                .files("locked.pdf")
                .flags("ENCRYPTED_ATTACHMENT");
        attached(mails, "PDF of 3,000 pages", "huge.pdf", "application/pdf", pdf(3000, null))
                .fileTextHas(0, "ACORD 125")
                .flags("TEXT_CUT");
        attached(
                        mails,
                        "broken PDF",
                        "broken.pdf",
                        "application/pdf",
                        pdf(1, null).substring(0, 200))
                .files("broken.pdf")
                .that(item -> org.assertj.core.api.Assertions.assertThat(
                                item.attachments().get(0).text().isEmpty())
                        .isTrue());
        attached(
                        mails,
                        "PDF of rubbish",
                        "rubbish.pdf",
                        "application/pdf",
                        "%PDF-1.7" + END + "\u0001\u0002".repeat(500))
                .files("rubbish.pdf")
                .flags("UNREADABLE_ATTACHMENT");
    }

    private static HardMail attached(List<HardMail> mails, String name, String filename, String type, String content) {
        HardMail mail = whole(
                        "attached: " + name,
                        multipart("mixed", "m", text("See attached"), file(filename, type, content)))
                .body("See attached");
        mails.add(mail);
        return mail;
    }

    private static String zip(String entry, int zeros) {
        return zipped(entry, "\0".repeat(zeros));
    }

    private static String zipped(String entry, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry next = new ZipEntry(entry);
            next.setTime(1_700_000_000_000L);
            zip.putNextEntry(next);
            zip.write(raw(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes(bytes.toByteArray());
    }

    private static String pdf(int pages, @org.jspecify.annotations.Nullable String password) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(125L);
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                if (i < 50) {
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.beginText();
                        content.setFont(font, 12);
                        content.newLineAtOffset(50, 700);
                        content.showText("ACORD 125 (2016/03) page " + i);
                        content.endText();
                    }
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes(bytes.toByteArray());
    }
}
