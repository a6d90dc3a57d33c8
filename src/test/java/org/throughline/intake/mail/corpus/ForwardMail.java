package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.END;
import static org.throughline.intake.mail.corpus.Build.base64;
import static org.throughline.intake.mail.corpus.Build.body;
import static org.throughline.intake.mail.corpus.Build.file;
import static org.throughline.intake.mail.corpus.Build.html;
import static org.throughline.intake.mail.corpus.Build.multipart;
import static org.throughline.intake.mail.corpus.Build.part;
import static org.throughline.intake.mail.corpus.Build.text;
import static org.throughline.intake.mail.corpus.Build.utf8;
import static org.throughline.intake.mail.corpus.Build.whole;

import java.util.List;

/** Mail within mail. */
final class ForwardMail {

    private static final String INNER = "From: Luis Ortega <luis@trellisgc.example>" + END
            + "Date: Fri, 13 Nov 2026 08:00:00 -0600" + END + "Subject: Insurance needed" + END;

    private ForwardMail() {}

    static List<HardMail> all() {
        String deep = text("The innermost ask");
        for (int level = 1; level <= 8; level++) {
            deep = part("message/rfc822", INNER + "X-Level: " + level + END + deep);
        }
        String bottomless = text("Never reached");
        for (int level = 1; level <= 60; level++) {
            bottomless = part("message/rfc822", INNER + bottomless);
        }
        return List.of(
                whole(
                                "forwarded as an attachment",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("See attached"),
                                        part("message/rfc822", INNER + END + "Waiver please")))
                        .body("See attached")
                        .forwardedHas("From: Luis Ortega", "Subject: Insurance needed", "Waiver please")
                        .clean(),
                whole(
                                "forwarded with its files",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("See attached"),
                                        part(
                                                "message/rfc822; name=ask.eml",
                                                INNER
                                                        + multipart(
                                                                "mixed",
                                                                "i",
                                                                text("Contract attached"),
                                                                file("contract.txt", "text/plain", "shall insure")),
                                                "Content-Disposition: attachment; filename=ask.eml")))
                        .body("See attached")
                        .forwardedHas("Contract attached")
                        .files("contract.txt"),
                whole(
                                "forwarded in HTML only",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("fyi"),
                                        part("message/rfc822", INNER + html("<p>Rich <b>ask</b></p>"))))
                        .forwardedHas("Rich ask"),
                whole(
                                "forwarded in two versions",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("fyi"),
                                        part(
                                                "message/rfc822",
                                                INNER
                                                        + multipart(
                                                                "alternative",
                                                                "a",
                                                                text("One ask"),
                                                                html("<p>One ask</p>")))))
                        .that(item -> org.assertj.core.api.Assertions.assertThat(item.forwarded())
                                .containsOnlyOnce("One ask")),
                whole(
                                "forwarded in base64",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("fyi"),
                                        part(
                                                "message/rfc822",
                                                base64(INNER + END + "Hidden in base64"),
                                                "Content-Transfer-Encoding: base64")))
                        .forwardedHas("Hidden in base64", "luis@trellisgc.example"),
                whole(
                                "forwarded as a file of bytes",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("fyi"),
                                        file(
                                                "ask.eml",
                                                "application/octet-stream",
                                                INNER + END + "Words in an eml file")))
                        .forwardedHas("Words in an eml file"),
                whole(
                                "two forwards",
                                multipart(
                                        "mixed",
                                        "m",
                                        text("both"),
                                        part("message/rfc822", INNER + END + "First ask"),
                                        part("message/rfc822", INNER + END + "Second ask")))
                        .forwardedHas("First ask", "Second ask"),
                whole("forward alone", part("message/rfc822", INNER + END + "Nothing but this"))
                        .forwardedHas("Nothing but this")
                        .notFlagged("EMPTY_BODY"),
                whole("eight forwards within each other", deep)
                        .forwardedHas("The innermost ask")
                        .clean(),
                whole("sixty forwards within each other", bottomless).flags("NESTING_TOO_DEEP"),
                whole(
                                "forward with an encoded subject",
                                part(
                                        "message/rfc822",
                                        INNER.replace("Insurance needed", "=?utf-8?Q?P=C3=B3liza?=")
                                                + END
                                                + utf8("Señor")))
                        .forwardedHas("Subject: Póliza", "Señor"),
                whole(
                                "digest",
                                "Content-Type: multipart/digest; boundary=d" + END + END
                                        + body("d", END + INNER + END + "Digest one", END + INNER + END + "Digest two"))
                        .forwardedHas("Digest one", "Digest two"),
                whole(
                                "first piece of a message",
                                part("message/partial; id=\"p1\"; number=1; total=2", INNER + END + "The beginning of"))
                        .forwardedHas("The beginning of")
                        .flags("PARTIAL_MESSAGE"),
                whole("second piece of a message", part("message/partial; id=\"p1\"; number=2; total=2", "the end"))
                        .flags("PARTIAL_MESSAGE")
                        .files("attachment-1.partial"),
                whole(
                                "body that lies elsewhere",
                                part(
                                        "message/external-body; access-type=URL; URL=\"https://files.example/loss.pdf\"",
                                        "Content-Type: application/pdf" + END + END))
                        .bodyHas("https://files.example/loss.pdf")
                        .flags("EXTERNAL_BODY"),
                whole(
                                "forwarded inline by Gmail",
                                text("See below" + END + END + "---------- Forwarded message ---------" + END
                                        + "From: Luis <luis@trellisgc.example>" + END + "Subject: COI" + END + END
                                        + "We need a COI."))
                        .body("See below")
                        .forwardedHas("We need a COI."),
                whole(
                                "forwarded inline by Apple Mail",
                                text("Please handle" + END + END + "Begin forwarded message:" + END + END
                                        + "> From: Luis <luis@trellisgc.example>" + END + "> We need a COI."))
                        .body("Please handle")
                        .forwardedHas("We need a COI."),
                whole(
                                "forwarded inline in German",
                                text("Bitte erledigen" + END + END + "-------- Weitergeleitete Nachricht --------" + END
                                        + "Von: Luis" + END + END + "Wir brauchen das."))
                        .body("Bitte erledigen")
                        .forwardedHas("Wir brauchen das."),
                whole(
                                "forwarded inline in Spanish",
                                text("Ver abajo" + END + END + "---------- Mensaje reenviado ---------" + END
                                        + "De: Luis" + END + END + "Necesitamos el certificado."))
                        .body("Ver abajo")
                        .forwardedHas("Necesitamos el certificado."));
    }
}
