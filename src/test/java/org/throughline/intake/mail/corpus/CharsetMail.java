package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.base64;
import static org.throughline.intake.mail.corpus.Build.html;
import static org.throughline.intake.mail.corpus.Build.in;
import static org.throughline.intake.mail.corpus.Build.part;
import static org.throughline.intake.mail.corpus.Build.plain;
import static org.throughline.intake.mail.corpus.Build.quotedPrintable;
import static org.throughline.intake.mail.corpus.Build.utf8;
import static org.throughline.intake.mail.corpus.Build.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Text in many character sets, declared rightly, wrongly, under odd names or not at all. */
final class CharsetMail {

    private static final Map<String, String> TEXTS = new TreeMap<>(Map.ofEntries(
            Map.entry("utf-8", "Zoë Núñez asks: límite de $1,000,000 — por favor"),
            Map.entry("windows-1252", "Zoë Núñez’s “umbrella” costs €400 – thanks"),
            Map.entry("iso-8859-1", "Señor Núñez necesita un certificado"),
            Map.entry("iso-8859-15", "Die Prämie beträgt 400 €"),
            Map.entry("iso-8859-2", "Łukasz Wiśniewski prosi o certyfikat"),
            Map.entry("iso-2022-jp", "保険証明書をお願いします"),
            Map.entry("shift_jis", "保険証明書をお願いします。至急"),
            Map.entry("euc-jp", "保険証明書をお願いします、田中"),
            Map.entry("gb18030", "请发送保险证明，谢谢"),
            Map.entry("gb2312", "请发送保险证明，明天"),
            Map.entry("big5", "請寄送保險證明，謝謝"),
            Map.entry("euc-kr", "보험 증명서를 보내 주세요"),
            Map.entry("koi8-r", "Пришлите сертификат страхования"),
            Map.entry("windows-1251", "Пришлите, пожалуйста, полис"),
            Map.entry("windows-1256", "أرسل شهادة التأمين"),
            Map.entry("utf-16", "Certificate for Zoë, please"),
            Map.entry("utf-16le", "Zertifikat für Zoë, bitte"),
            Map.entry("utf-16be", "Certificat pour Zoë, merci")));

    private CharsetMail() {}

    static List<HardMail> all() {
        List<HardMail> mails = new ArrayList<>();
        TEXTS.forEach((charset, text) -> {
            mails.add(plain(
                            "base64 text in " + charset,
                            base64(in(charset, text)),
                            "Content-Type: text/plain; charset=" + charset,
                            "Content-Transfer-Encoding: base64")
                    .body(text)
                    .clean());
            mails.add(plain(
                            "quoted-printable text in " + charset,
                            quotedPrintable(in(charset, text)),
                            "Content-Type: text/plain; charset=\"" + charset + "\"",
                            "Content-Transfer-Encoding: quoted-printable")
                    .body(text)
                    .clean());
        });
        declaredOddly(mails);
        declaredWrongly(mails);
        return mails;
    }

    private static void declaredOddly(List<HardMail> mails) {
        mails.add(plain("charset named utf8", utf8("Zoë"), "Content-Type: text/plain; charset=utf8")
                .body("Zoë")
                .clean());
        mails.add(plain("charset in single quotes", utf8("Zoë"), "Content-Type: text/plain; charset='utf-8'")
                .body("Zoë")
                .clean());
        mails.add(plain(
                        "korean under its old name",
                        in("x-windows-949", "증명서"),
                        "Content-Type: text/plain; charset=ks_c_5601-1987")
                .body("증명서")
                .clean());
        mails.add(
                plain("utf-7", "The limit is +AKM-1,000 for Zo+AOs- +- more", "Content-Type: text/plain; charset=utf-7")
                        .body("The limit is £1,000 for Zoë + more")
                        .clean());
        mails.add(plain(
                        "utf-7 under its long name",
                        "Hola Se+APE-or",
                        "Content-Type: text/plain; charset=unicode-1-1-utf-7")
                .body("Hola Señor")
                .clean());
        mails.add(plain("unknown charset", utf8("Zoë"), "Content-Type: text/plain; charset=x-martian")
                .body("Zoë")
                .flags("UNKNOWN_CHARSET"));
        mails.add(plain("unknown-8bit", utf8("Zoë ruft an"), "Content-Type: text/plain; charset=unknown-8bit")
                .body("Zoë ruft an")
                .flags("UNKNOWN_CHARSET"));
        mails.add(plain(
                        "impossible charset name",
                        "plain words",
                        "Content-Type: text/plain; charset=\"!!no such; thing\"")
                .body("plain words")
                .flags("UNKNOWN_CHARSET"));
        mails.add(plain("empty charset", utf8("Zoë"), "Content-Type: text/plain; charset=")
                .body("Zoë")
                .clean());
        mails.add(plain("charset with a comment", utf8("Zoë"), "Content-Type: text/plain (yes); charset=utf-8")
                .body("Zoë")
                .clean());
    }

    private static void declaredWrongly(List<HardMail> mails) {
        mails.add(plain("no content type, utf-8 bytes", utf8("Señor Núñez"))
                .body("Señor Núñez")
                .clean());
        mails.add(plain("no content type, western bytes", in("windows-1252", "Señor Núñez"))
                .body("Señor Núñez")
                .flags("CHARSET_GUESSED"));
        mails.add(plain("no content type, iso-2022-jp bytes", in("iso-2022-jp", "証明書"))
                .body("証明書")
                .clean());
        mails.add(
                plain("declared us-ascii, is utf-8", utf8("Zoë’s policy"), "Content-Type: text/plain; charset=us-ascii")
                        .body("Zoë’s policy")
                        .clean());
        mails.add(plain(
                        "declared latin-1, is utf-8",
                        utf8("Zoë’s “other” policy"),
                        "Content-Type: text/plain; charset=iso-8859-1")
                .body("Zoë’s “other” policy")
                .clean());
        mails.add(plain(
                        "declared utf-8, is western",
                        in("windows-1252", "Señor Núñez’s car"),
                        "Content-Type: text/plain; charset=utf-8")
                .body("Señor Núñez’s car")
                .flags("CHARSET_GUESSED"));
        mails.add(plain(
                        "declared utf-16, is ascii",
                        "Only plain letters here",
                        "Content-Type: text/plain; charset=utf-16")
                .body("Only plain letters here"));
        mails.add(plain(
                        "declared latin-1, is windows-1252",
                        in("windows-1252", "“Quoted” – for €400"),
                        "Content-Type: text/plain; charset=iso-8859-1")
                .body("“Quoted” – for €400"));
        mails.add(
                plain("utf-8 with byte order mark", utf8("\ufeffZoë first"), "Content-Type: text/plain; charset=utf-8")
                        .body("Zoë first"));
        mails.add(plain("utf-16 with mark, undeclared", "\u00ff\u00fe" + in("utf-16le", "Zoë undeclared"))
                .body("Zoë undeclared"));
        mails.add(plain(
                        "utf-8 cut within a character",
                        utf8("Zoë says €").substring(0, utf8("Zoë says €").length() - 1),
                        "Content-Type: text/plain; charset=utf-8")
                .bodyHas("Zoë says"));
        mails.add(whole(
                        "html with its charset in a meta element",
                        part(
                                "text/html",
                                "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\">"
                                        + "</head><body>" + in("koi8-r", "Полис") + "</body></html>"))
                .body("Полис")
                .clean());
        mails.add(whole("html in utf-8 with entities", html("<p>Zo&euml; &amp; Se&ntilde;or &#8364;400</p>"))
                .body("Zoë & Señor €400")
                .clean());
        mails.add(plain(
                        "emoji",
                        utf8("Approved \ud83d\udc4d\ud83c\udffd thanks"),
                        "Content-Type: text/plain; charset=utf-8")
                .body("Approved \ud83d\udc4d\ud83c\udffd thanks")
                .clean());
        mails.add(plain("NULs in the text", "Ple\0ase se\0nd the COI\0", "Content-Type: text/plain")
                .body("Please send the COI"));
        mails.add(Build.raw(
                        "whole message in utf-16",
                        "\u00ff\u00fe" + in("utf-16le", Build.head("whole message in utf-16") + "\r\nSaved as Unicode"))
                .body("Saved as Unicode")
                .subject("COI")
                .from("denise@okafor.example"));
    }
}
