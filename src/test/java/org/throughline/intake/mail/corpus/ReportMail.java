package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.END;
import static org.throughline.intake.mail.corpus.Build.headWithout;
import static org.throughline.intake.mail.corpus.Build.mail;
import static org.throughline.intake.mail.corpus.Build.multipart;
import static org.throughline.intake.mail.corpus.Build.part;
import static org.throughline.intake.mail.corpus.Build.plain;
import static org.throughline.intake.mail.corpus.Build.raw;
import static org.throughline.intake.mail.corpus.Build.text;
import static org.throughline.intake.mail.corpus.Build.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What machines write: returned mail, receipts, absence notes, lists and complaints of receivers. */
final class ReportMail {

    private static final String OURS = "<SR-2026-000001-1@harborline.example>";
    private static final String RETURNED = "From: service@harborline.example" + END + "To: denise@okafor.example" + END
            + "Subject: Your certificate" + END + "Message-ID: " + OURS + END;

    private ReportMail() {}

    static List<HardMail> all() {
        List<HardMail> mails = new ArrayList<>();
        returned(mails);
        receipts(mails);
        absences(mails);
        lists(mails);
        return mails;
    }

    private static void returned(List<HardMail> mails) {
        String status = part(
                "message/delivery-status",
                "Reporting-MTA: dns; mx.example" + END + END + "Final-Recipient: rfc822; denise@okafor.example" + END
                        + "Action: failed" + END + "Status: 5.1.1" + END);
        failed(
                mails,
                "returned by Postfix",
                multipart(
                        "report; report-type=delivery-status",
                        "p",
                        text("This is the mail system at host mx.example."),
                        status,
                        part("message/rfc822", RETURNED + END + "Dear Denise")));
        failed(
                mails,
                "returned by Exchange",
                multipart(
                        "report; report-type=delivery-status",
                        "x",
                        multipart(
                                "alternative",
                                "a",
                                text("Your message to denise@okafor.example couldn't be delivered."),
                                Build.html("<p>Your message to denise@okafor.example couldn't be delivered.</p>")),
                        status,
                        part("text/rfc822-headers", RETURNED)));
        failed(
                mails,
                "returned by Gmail",
                multipart(
                        "report; report-type=delivery-status",
                        "g",
                        multipart(
                                "related",
                                "r",
                                Build.html("<h2>Address not found</h2>"),
                                part("image/png; name=icon.png", "png")),
                        status,
                        part("message/rfc822", RETURNED + END)));
        failed(
                mails,
                "returned without a report type",
                multipart("report", "n", text("Failed"), status, part("text/rfc822-headers", RETURNED)));
        failed(
                mails,
                "returned with the head in utf-8",
                multipart(
                        "report; report-type=delivery-status",
                        "u",
                        text("Failed"),
                        part("message/global-delivery-status", "Action: failed" + END),
                        part("message/global-headers", RETURNED)));
        failed(
                mails,
                "returned by qmail",
                part(
                        "text/plain",
                        "Hi. This is the qmail-send program at mx.example." + END
                                + "I'm afraid I wasn't able to deliver your message." + END
                                + "<denise@okafor.example>: no such user" + END + END
                                + "--- Below this line is a copy of the message." + END + END + RETURNED + END
                                + "Dear Denise"));
        failed(
                mails,
                "returned by Exim",
                part(
                        "text/plain",
                        "This message was created automatically by mail delivery software." + END
                                + "A message that you sent has not yet... The following address(es) failed:" + END + END
                                + "  denise@okafor.example" + END + END + RETURNED));
        failed(
                mails,
                "returned in German",
                part(
                        "text/plain; charset=utf-8",
                        utf8("Ihre Nachricht konnte nicht zugestellt werden.") + END + END + RETURNED));
        failed(
                mails,
                "returned in Spanish",
                part("text/plain; charset=utf-8", "No se pudo entregar su mensaje." + END + END + RETURNED));
        mails.add(fromDaemon(
                        "delayed, not returned",
                        multipart(
                                "report; report-type=delivery-status",
                                "d",
                                text("Still trying"),
                                part("message/delivery-status", "Action: delayed" + END),
                                part("text/rfc822-headers", RETURNED)))
                .flags("DELIVERY_DELAYED")
                .notFlagged("DELIVERY_FAILED")
                .machine(true));
        mails.add(fromDaemon(
                        "returned, but nobody says which",
                        multipart("report; report-type=delivery-status", "w", text("Failed"), status))
                .notFlagged("DELIVERY_FAILED")
                .machine(true));
        mails.add(plain(
                        "a person tells of a failed delivery",
                        "My mail to you was not delivered, it said Action: failed." + END + RETURNED)
                .notFlagged("DELIVERY_FAILED")
                .machine(false));
    }

    private static void failed(List<HardMail> mails, String name, String part) {
        mails.add(fromDaemon(name, part).flags("DELIVERY_FAILED").about(OURS).machine(true));
    }

    private static HardMail fromDaemon(String name, String part) {
        return raw(
                name,
                headWithout(
                                name,
                                List.of("From", "Subject"),
                                "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
                                "Subject: Undelivered Mail",
                                "Auto-Submitted: auto-replied")
                        + part);
    }

    private static void receipts(List<HardMail> mails) {
        mails.add(raw(
                        "delivery receipt",
                        Build.head("delivery receipt")
                                + multipart(
                                        "report; report-type=delivery-status",
                                        "r",
                                        text("Delivered"),
                                        part("message/delivery-status", "Action: delivered" + END),
                                        part("text/rfc822-headers", RETURNED)))
                .flags("DELIVERY_RECEIPT")
                .notFlagged("DELIVERY_FAILED")
                .machine(true));
        mails.add(raw(
                        "relayed receipt",
                        Build.head("relayed receipt")
                                + multipart(
                                        "report; report-type=delivery-status",
                                        "r",
                                        text("Relayed"),
                                        part("message/delivery-status", "Action: relayed" + END)))
                .flags("DELIVERY_RECEIPT"));
        mails.add(raw(
                        "read receipt",
                        Build.head("read receipt")
                                + multipart(
                                        "report; report-type=disposition-notification",
                                        "m",
                                        text("Your message was read on Monday."),
                                        part(
                                                "message/disposition-notification",
                                                "Reporting-UA: Outlook" + END + "Original-Message-ID: " + OURS + END
                                                        + "Disposition: manual-action/MDN-sent-manually; displayed"
                                                        + END)))
                .flags("READ_RECEIPT")
                .about(OURS)
                .machine(true));
        mails.add(raw(
                        "deleted unread",
                        Build.head("deleted unread")
                                + multipart(
                                        "report; report-type=disposition-notification",
                                        "m",
                                        text("Deleted without being read."),
                                        part(
                                                "message/disposition-notification",
                                                "Disposition: automatic-action/MDN-sent-automatically; deleted" + END)))
                .flags("READ_RECEIPT"));
        mails.add(raw(
                        "complaint of a receiver",
                        Build.head("complaint of a receiver")
                                + multipart(
                                        "report; report-type=feedback-report",
                                        "f",
                                        text("This is an abuse report"),
                                        part(
                                                "message/feedback-report",
                                                "Feedback-Type: abuse" + END + "User-Agent: SomeLoop/1.0" + END),
                                        part("message/rfc822", RETURNED + END + "Newsletter")))
                .flags("ABUSE_REPORT")
                .machine(true)
                .forwardedHas("Newsletter"));
    }

    private static void absences(List<HardMail> mails) {
        Map.ofEntries(
                        Map.entry("outlook absence", "Automatic reply: COI"),
                        Map.entry("german absence", "Automatische Antwort: COI"),
                        Map.entry("german note", "Abwesenheitsnotiz: Ihre Anfrage"),
                        Map.entry("spanish absence", "Respuesta automática: COI"),
                        Map.entry("spanish note", "Fuera de la oficina: COI"),
                        Map.entry("french absence", "Réponse automatique : COI"),
                        Map.entry("portuguese absence", "Resposta automática: COI"),
                        Map.entry("italian absence", "Risposta automatica: COI"),
                        Map.entry("dutch absence", "Automatisch antwoord: COI"),
                        Map.entry("japanese absence", "自動応答: COI"),
                        Map.entry("out of office", "Out of Office: COI"),
                        Map.entry("auto short", "Auto-Reply: COI"))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(note -> mails.add(mail(
                                note.getKey(),
                                headWithout(note.getKey(), List.of("Subject"), "Subject: " + utf8(note.getValue())),
                                "I am away until Monday.")
                        .subject(note.getValue())
                        .body("I am away until Monday.")
                        .machine(true)));
        for (String header : List.of(
                "Auto-Submitted: auto-replied",
                "X-Autoreply: yes",
                "X-Autorespond: 1",
                "X-Auto-Respond: yes",
                "Precedence: auto_reply",
                "Return-Path: <>",
                "X-Vacation: yes",
                "Preference: auto_reply")) {
            mails.add(plain("absence told by " + header, "I am away.", header)
                    .machine(true)
                    .body("I am away."));
        }
        mails.add(plain("not automatic", "I am here.", "Auto-Submitted: no", "X-Auto-Response-Suppress: OOF")
                .machine(false));
        mails.add(mail(
                        "automatic gate in the subject",
                        headWithout(
                                "automatic gate in the subject", List.of("Subject"), "Subject: Automatic gate damaged"),
                        "It fell.")
                .machine(false));
    }

    private static void lists(List<HardMail> mails) {
        mails.add(plain(
                        "mailing list",
                        "Dues are due.",
                        "List-Id: Agents <agents.lists.example>",
                        "List-Post: <mailto:agents@lists.example>",
                        "Precedence: list")
                .body("Dues are due.")
                .flags("MAILING_LIST")
                .machine(false));
        mails.add(plain(
                        "newsletter",
                        "New rates!",
                        "List-Unsubscribe: <https://news.example/u?1>",
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                        "Precedence: bulk")
                .flags("MAILING_LIST")
                .machine(true));
    }
}
