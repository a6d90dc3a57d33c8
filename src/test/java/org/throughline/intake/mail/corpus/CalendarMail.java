package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.END;
import static org.throughline.intake.mail.corpus.Build.base64;
import static org.throughline.intake.mail.corpus.Build.html;
import static org.throughline.intake.mail.corpus.Build.multipart;
import static org.throughline.intake.mail.corpus.Build.part;
import static org.throughline.intake.mail.corpus.Build.text;
import static org.throughline.intake.mail.corpus.Build.utf8;
import static org.throughline.intake.mail.corpus.Build.whole;

import java.util.List;

/** Invitations, cancellations and answers, and cards. */
final class CalendarMail {

    private CalendarMail() {}

    static List<HardMail> all() {
        return List.of(
                whole(
                                "invitation alone",
                                part(
                                        "text/calendar; method=REQUEST; charset=utf-8",
                                        event("REQUEST", "Renewal review")))
                        .bodyHas("Subject: Renewal review", "Begins: 20261120T150000Z", "Bring the loss runs, please")
                        .flags("CALENDAR_REQUEST")
                        .files("attachment-1.ics"),
                whole(
                                "invitation beside its text",
                                multipart(
                                        "alternative",
                                        "a",
                                        text("Can we meet about the renewal?"),
                                        html("<p>Can we meet about the renewal?</p>"),
                                        part("text/calendar; method=REQUEST", event("REQUEST", "Renewal"))))
                        .body("Can we meet about the renewal?")
                        .flags("CALENDAR_REQUEST")
                        .files("attachment-1.ics"),
                whole("cancellation", part("text/calendar; method=CANCEL", event("CANCEL", "Renewal review")))
                        .flags("CALENDAR_CANCEL"),
                whole(
                                "answer",
                                part(
                                        "text/calendar; method=REPLY",
                                        base64(event("REPLY", "Accepted: Renewal review")),
                                        "Content-Transfer-Encoding: base64"))
                        .bodyHas("Accepted: Renewal review")
                        .flags("CALENDAR_REPLY"),
                whole(
                                "attached calendar",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("Dates attached"),
                                        part(
                                                "text/calendar; name=dates.ics",
                                                event("PUBLISH", "Audit"),
                                                "Content-Disposition: attachment; filename=dates.ics")))
                        .body("Dates attached")
                        .flags("CALENDAR_PUBLISH")
                        .files("dates.ics")
                        .fileTextHas(0, "SUMMARY;LANGUAGE=en-us:Audit"),
                whole(
                                "calendar with folded lines",
                                part("text/calendar", event("REQUEST", "A very long" + END + "  subject")))
                        .bodyHas("A very long subject"),
                whole("calendar that is none", part("text/calendar", "not a calendar"))
                        .flags("CALENDAR_PUBLISH")
                        .files("attachment-1.ics"),
                whole(
                                "card",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("My card"),
                                        part(
                                                "text/vcard; charset=utf-8; name=okafor.vcf",
                                                utf8(
                                                        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Okafor\r\nTEL:713-555-0142\r\nEND:VCARD"))))
                        .body("My card")
                        .files("okafor.vcf")
                        .fileTextHas(0, "Zoë Okafor"));
    }

    private static String event(String method, String summary) {
        return String.join(
                END,
                "BEGIN:VCALENDAR",
                "METHOD:" + method,
                "BEGIN:VTIMEZONE",
                "DTSTART:19700101T000000",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                "SUMMARY;LANGUAGE=en-us:" + summary,
                "DTSTART:20261120T150000Z",
                "DESCRIPTION:Bring the loss runs\\, please",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }
}
