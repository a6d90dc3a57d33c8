package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.END;
import static org.throughline.intake.mail.corpus.Build.base64;
import static org.throughline.intake.mail.corpus.Build.head;
import static org.throughline.intake.mail.corpus.Build.headWithout;
import static org.throughline.intake.mail.corpus.Build.in;
import static org.throughline.intake.mail.corpus.Build.mail;
import static org.throughline.intake.mail.corpus.Build.plain;
import static org.throughline.intake.mail.corpus.Build.raw;
import static org.throughline.intake.mail.corpus.Build.utf8;

import java.util.ArrayList;
import java.util.List;

/** Encoded words, broken line ends and heads that are too long, too many or not separated from the text. */
final class HeaderMail {

    private HeaderMail() {}

    static List<HardMail> all() {
        List<HardMail> mails = new ArrayList<>();
        encodedWords(mails);
        shapes(mails);
        return mails;
    }

    private static void encodedWords(List<HardMail> mails) {
        subject(mails, "quoted word", "=?utf-8?Q?Se=C3=B1or_N=C3=BA=C3=B1ez?=", "Señor Núñez");
        subject(mails, "base64 word", "=?UTF-8?B?" + base64(utf8("Señor Núñez")) + "?=", "Señor Núñez");
        subject(mails, "character cut between words", "=?utf-8?Q?Zo=C3?=" + END + " =?utf-8?Q?=AB_asks?=", "Zoë asks");
        subject(
                mails,
                "base64 character cut between words",
                "=?utf-8?B?" + base64(utf8("Zoë").substring(0, 3)) + "?= =?utf-8?B?"
                        + base64(utf8("Zoë").substring(3)) + "?=",
                "Zoë");
        subject(
                mails,
                "words and plain text",
                "Re: =?iso-8859-1?Q?P=F3liza?= 4471 =?utf-8?Q?=C3=BCber?= alles",
                "Re: Póliza 4471 über alles");
        subject(mails, "two character sets", "=?iso-8859-1?Q?=F1?= =?utf-8?Q?=C3=B1?=", "ññ");
        subject(mails, "word in japanese", "=?ISO-2022-JP?B?" + base64(in("iso-2022-jp", "証明書")) + "?=", "証明書");
        subject(mails, "word in koi8-r", "=?koi8-r?B?" + base64(in("koi8-r", "Полис")) + "?=", "Полис");
        subject(mails, "word in gb2312", "=?gb2312?B?" + base64(in("GB18030", "保险")) + "?=", "保险");
        subject(mails, "word with a language", "=?utf-8*es?Q?P=C3=B3liza?=", "Póliza");
        subject(mails, "word with blanks inside", "=?utf-8?Q?P=C3=B3liza nueva?=", "Póliza nueva");
        subject(mails, "word without its end", "=?utf-8?Q?Certificate", "=?utf-8?Q?Certificate");
        subject(mails, "word in an unknown set", "=?x-martian?Q?Certificate_please?=", "Certificate please");
        subject(mails, "word with broken codes", "=?utf-8?Q?100=ZZ?=", "100=ZZ");
        subject(mails, "word of nothing", "=?utf-8?Q??= COI", "COI");
        subject(mails, "unpadded base64 word", "=?utf-8?B?WnVyaWNo?=", "Zurich");
        subject(mails, "word inside a word", "Fwd=?utf-8?Q?:_COI?=", "Fwd: COI");
        subject(mails, "raw utf-8 subject", utf8("Señor Núñez, póliza"), "Señor Núñez, póliza");
        subject(mails, "raw western subject", in("windows-1252", "Señor Núñez, póliza"), "Señor Núñez, póliza");
        subject(mails, "folded subject", "Certificate" + END + " of" + END + "\tinsurance", "Certificate of insurance");
    }

    private static void subject(List<HardMail> mails, String name, String value, String expected) {
        String unique = "subject: " + name;
        mails.add(mail(unique, headWithout(unique, List.of("Subject"), "Subject: " + value), "Text")
                .subject(expected)
                .body("Text")
                .clean());
    }

    private static void shapes(List<HardMail> mails) {
        String text = "Please send it.";
        mails.add(raw("bare LF", head("bare LF").replace("\r\n", "\n") + "\nPlease send it.\nNow.\n")
                .body("Please send it.\nNow.")
                .clean());
        mails.add(raw("bare CR", head("bare CR").replace("\r\n", "\r") + "\rPlease send it.\rNow.\r")
                .body("Please send it.\nNow.")
                .from("denise@okafor.example"));
        mails.add(raw("CR CR LF", head("CR CR LF").replace("\r\n", "\r\r\n") + "\r\r\nPlease send it.\r\r\n")
                .bodyHas("Please send it.")
                .subject("COI"));
        mails.add(raw("mixed line ends", head("mixed line ends").replaceFirst("\r\n", "\n") + "\nPlease send it.\rNow.")
                .bodyHas("Please send it.", "Now."));
        mails.add(raw(
                        "no blank line after the head",
                        head("no blank line after the head") + "Please send the COI today.\r\nThanks")
                .bodyHas("Please send the COI today.")
                .subject("COI")
                .flags("BROKEN_MIME"));
        mails.add(
                raw("line of blanks after the head", head("line of blanks after the head") + "  \t\r\nPlease send it.")
                        .body(text));
        mails.add(raw(
                        "rubbish within the head",
                        head("rubbish within the head")
                                + "this is no header\r\nX-More: yes\r\nContent-Type: text/plain\r\n\r\n" + text)
                .bodyHas(text)
                .subject("COI"));
        mails.add(raw(
                        "mailbox line first",
                        "From denise@okafor.example Mon Nov 16 10:12:00 2026\r\n" + head("mailbox line first") + END
                                + text)
                .body(text)
                .clean());
        mails.add(raw("blank lines first", "\r\n\r\n" + head("blank lines first") + END + text)
                .body(text)
                .clean());
        mails.add(raw("byte order mark first", "\u00ef\u00bb\u00bf" + head("byte order mark first") + END + text)
                .body(text)
                .clean());
        mails.add(raw("no head at all", "Please send the COI to Trellis.\r\nThanks, Denise")
                .bodyHas("Please send the COI to Trellis.")
                .flags("NO_SENDER", "NO_MESSAGE_ID", "NO_DATE"));
        mails.add(raw("head without a text", head("head without a text")).flags("EMPTY_BODY"));
        mails.add(raw("nothing", "").flags("EMPTY_BODY", "NO_SENDER"));
        mails.add(raw("only line ends", "\r\n\r\n\r\n").flags("EMPTY_BODY"));
        mails.add(raw("NULs in the head", head("NULs in the head").replace("COI", "C\0O\0I") + END + text)
                .subject("COI")
                .body(text));
        mails.add(raw(
                        "blank before the colon",
                        head("blank before the colon").replace("Subject:", "Subject :") + END + text)
                .subject("COI")
                .body(text));
        mails.add(raw(
                        "header names in capitals",
                        head("header names in capitals").replace("Subject", "SUBJECT") + END + text)
                .subject("COI"));
        mails.add(plain("header of 300,000 characters", text, "X-Spam-Report: " + "x".repeat(300_000))
                .body(text)
                .clean());
        mails.add(plain("subject of 50,000 characters", text, "Comments: " + "c ".repeat(25_000))
                .body(text));
        mails.add(plain("5,000 headers", text, "X-Trace: hop\r\n".repeat(5000) + "X-Last: 1")
                .body(text)
                .clean());
        mails.add(plain(
                        "3,000 recipients",
                        text,
                        "Cc: " + "Someone Else <someone@else.example>,\r\n ".repeat(3000) + "last@else.example")
                .body(text)
                .from("denise@okafor.example"));
        mails.add(plain("header folded 20,000 times", text, "X-Folded: a" + "\r\n b".repeat(20_000))
                .body(text)
                .clean());
        mails.add(plain("line of 90,000 characters", "word ".repeat(18_000)).bodyHas("word word"));
        mails.add(plain("text of three million characters", "Please send the COI.\r\n".repeat(140_000))
                .bodyHas("Please send the COI.")
                .flags("TEXT_CUT"));
        mails.add(plain("50,000 quote marks in a line", ">".repeat(50_000) + " deep\r\nAnswer")
                .body("Answer"));
        mails.add(plain(
                        "received 200 times",
                        text,
                        "Received: from a by b; Mon, 16 Nov 2026 10:00:00 -0600\r\n".repeat(199)
                                + "Received: from b by a")
                .body(text)
                .clean());
        mails.add(raw(
                        "head of five megabytes without an end",
                        head("head of five megabytes without an end")
                                + ("X-Pad: " + "y".repeat(990) + END).repeat(5200))
                .subject("COI")
                .flags("BROKEN_MIME"));
        mails.add(plain("two subjects", text, "Subject: second").subject("COI"));
        mails.add(plain("two content types", "<p>Hi</p>", "Content-Type: text/html", "Content-Type: text/plain")
                .body("Hi"));
        mails.add(plain("content type without a subtype", text, "Content-Type: text")
                .body(text));
        mails.add(plain("content type that is no type", text, "Content-Type: what is this")
                .body(text));
    }
}
