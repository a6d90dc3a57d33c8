package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.headWithout;
import static org.throughline.intake.mail.corpus.Build.html;
import static org.throughline.intake.mail.corpus.Build.raw;
import static org.throughline.intake.mail.corpus.Build.text;

import java.util.ArrayList;
import java.util.List;

/** Answers as mail programs write them: what is new is the text, what is old is history. */
final class ReplyMail {

    private ReplyMail() {}

    static List<HardMail> all() {
        List<HardMail> mails = new ArrayList<>();
        plain(
                mails,
                "Gmail",
                "On Mon, Nov 16, 2026 at 10:12 AM Harborline Service <\nservice@harborline.example> wrote:\n\n> OLD words\n> more");
        plain(
                mails,
                "Apple Mail",
                "> On Nov 16, 2026, at 10:12 AM, Harborline <service@harborline.example> wrote:\n> \n> OLD words");
        plain(
                mails,
                "Apple Mail without marks",
                "On Nov 16, 2026, at 10:12 AM, Harborline <service@harborline.example> wrote:\n\nOLD words");
        plain(
                mails,
                "Yahoo",
                "    On Monday, November 16, 2026 at 10:12:00 AM CST, Harborline <service@harborline.example> wrote:  \n \n OLD words");
        plain(
                mails,
                "Outlook",
                "From: Harborline Service <service@harborline.example>\nSent: Monday, November 16, 2026 10:12 AM\nTo: Denise\nSubject: COI\n\nOLD words");
        plain(
                mails,
                "Outlook with a rule",
                "________________________________\nFrom: Harborline <service@harborline.example>\nSent: Monday, November 16, 2026 10:12 AM\nTo: Denise\nSubject: COI\n\nOLD words");
        plain(
                mails,
                "old Outlook",
                "-----Original Message-----\nFrom: Harborline\nSent: Monday\nTo: Denise\nSubject: COI\n\nOLD words");
        plain(
                mails,
                "Outlook in bold",
                "*From:* Harborline <service@harborline.example>\n*Sent:* Monday\n*To:* Denise\n*Subject:* COI\n\nOLD words");
        plain(
                mails,
                "Outlook in German",
                "Von: Harborline <service@harborline.example>\nGesendet: Montag, 16. November 2026 10:12\nAn: Denise\nBetreff: COI\n\nOLD words");
        plain(
                mails,
                "Outlook in Spanish",
                "De: Harborline <service@harborline.example>\nEnviado el: lunes, 16 de noviembre de 2026 10:12\nPara: Denise\nAsunto: COI\n\nOLD words");
        plain(
                mails,
                "Outlook in French",
                "De : Harborline <service@harborline.example>\nEnvoyé : lundi 16 novembre 2026 10:12\nÀ : Denise\nObjet : COI\n\nOLD words");
        plain(mails, "old Outlook in German", "-----Ursprüngliche Nachricht-----\nVon: Harborline\nOLD words");
        plain(mails, "old Outlook in Spanish", "-----Mensaje original-----\nDe: Harborline\nOLD words");
        plain(
                mails,
                "Gmail in Spanish",
                "El lun, 16 nov 2026 a las 10:12, Harborline (<service@harborline.example>) escribió:\n\n> OLD words");
        plain(
                mails,
                "Gmail in German",
                "Am Mo., 16. Nov. 2026 um 10:12 Uhr schrieb Harborline <\nservice@harborline.example>:\n\n> OLD words");
        plain(
                mails,
                "Apple Mail in German",
                "Am 16.11.2026 um 10:12 schrieb Harborline <service@harborline.example>:\n\n> OLD words");
        plain(
                mails,
                "Apple Mail in Spanish",
                "El 16 nov 2026, a las 10:12, Harborline <service@harborline.example> escribió:\n\n> OLD words");
        plain(mails, "Thunderbird", "On 11/16/26 10:12 AM, Harborline wrote:\n> OLD words");
        plain(mails, "Thunderbird in German", "Am 16.11.26 um 10:12 schrieb Harborline:\n> OLD words");
        plain(
                mails,
                "a telephone",
                "Sent from my iPhone\n\n> On Nov 16, 2026, at 10:12, Harborline <s@h.example> wrote:\n> OLD words");
        plain(
                mails,
                "a telephone in German",
                "Von meinem iPhone gesendet\n\n> Am 16.11.2026 um 10:12 schrieb Harborline <s@h.example>:\n> OLD words");
        plain(
                mails,
                "a telephone in Spanish",
                "Enviado desde mi iPhone\n\n> El 16 nov 2026, a las 10:12, Harborline <s@h.example> escribió:\n> OLD words");
        plain(
                mails,
                "Outlook for iOS",
                "Get Outlook for iOS\n________________________________\nFrom: Harborline <s@h.example>\nSent: Monday\nTo: Denise\nSubject: COI\nOLD words");
        plain(mails, "a signature", "-- \nDenise Okafor\nOLD words");
        plain(mails, "thanks and a card", "Thanks,\nDenise Okafor\nOLD words\n713-555-0142");
        plain(mails, "German regards and a card", "Mit freundlichen Grüßen\nDenise Okafor\nOLD words");
        plain(mails, "Spanish regards and a card", "Saludos cordiales,\nDenise Okafor\nOLD words");
        page(
                mails,
                "Gmail in HTML",
                "<div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon, Nov 16, 2026 at 10:12 AM Harborline &lt;<a href=\"mailto:s@h.example\">s@h.example</a>&gt; wrote:<br></div><blockquote class=\"gmail_quote\">OLD words</blockquote></div>");
        page(
                mails,
                "Outlook in HTML",
                "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt\"><p><b>From:</b> Harborline &lt;s@h.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Denise<br><b>Subject:</b> COI</p></div><p>OLD words</p>");
        page(
                mails,
                "Apple Mail in HTML",
                "<div><br><blockquote type=\"cite\"><div>On Nov 16, 2026, at 10:12 AM, Harborline &lt;s@h.example&gt; wrote:</div><br><div>OLD words</div></blockquote></div>");
        page(
                mails,
                "Yahoo in HTML",
                "<div class=\"yahoo_quoted\"><div>On Monday, November 16, 2026 at 10:12:00 AM CST, Harborline &lt;s@h.example&gt; wrote:</div><div><div>OLD words</div></div></div>");
        return mails;
    }

    private static void plain(List<HardMail> mails, String program, String history) {
        add(mails, program, text("NEW words\n\n" + history));
    }

    private static void page(List<HardMail> mails, String program, String history) {
        add(mails, program, html("<div>NEW words</div>" + history));
    }

    private static void add(List<HardMail> mails, String program, String part) {
        String name = "reply written by " + program;
        mails.add(raw(name, headWithout(name, List.of("Subject"), "Subject: RE: COI") + part)
                .body("NEW words")
                .quotedHas("OLD words"));
    }
}
