package org.throughline.sandbox.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes the report that a message could not be delivered, as RFC 3464 lays it out. */
final class Bounce {

    private static final String DOMAIN = "mail.practice.example";
    private static final String REASON = "550 5.1.1 The mailbox does not exist";
    private static final int LONGEST_HEADER = 64 * 1024;

    private final Clock clock;

    Bounce(Clock clock) {
        this.clock = clock;
    }

    void write(Path report, Path message, String sender, List<String> failed) throws IOException {
        String id = String.valueOf(report.getFileName());
        String boundary = "report-" + id;
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US).format(ZonedDateTime.now(clock));
        StringBuilder status =
                new StringBuilder("Reporting-MTA: dns; " + DOMAIN + "\r\nArrival-Date: " + date + "\r\n");
        for (String recipient : failed) {
            status.append("\r\nFinal-Recipient: rfc822; ").append(recipient);
            status.append("\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; ")
                    .append(REASON);
            status.append("\r\n");
        }
        String text = """
                Return-Path: <>
                Date: %s
                From: Mail Delivery System <MAILER-DAEMON@%s>
                To: <%s>
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@%s>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="%s"

                This is a report in MIME format.
                --%s
                Content-Type: text/plain; charset=us-ascii

                Your message could not be delivered to one or more recipients.

                %s
                %s

                --%s
                Content-Type: message/delivery-status

                %s
                --%s
                Content-Type: text/rfc822-headers

                %s
                --%s--
                """.formatted(
                        date,
                        DOMAIN,
                        sender,
                        id,
                        DOMAIN,
                        boundary,
                        boundary,
                        String.join(", ", failed),
                        REASON,
                        boundary,
                        status,
                        boundary,
                        headers(message),
                        boundary)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n");
        Files.writeString(report, text, StandardCharsets.ISO_8859_1);
        Disk.sync(report);
    }

    private static String headers(Path message) throws IOException {
        StringBuilder headers = new StringBuilder();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(message))) {
            boolean atLineStart = false;
            for (int c = in.read(); c >= 0 && headers.length() < LONGEST_HEADER; c = in.read()) {
                if (c == '\n' && atLineStart) {
                    break;
                }
                if (c != '\r') {
                    atLineStart = c == '\n';
                    headers.append((char) c);
                }
            }
        }
        return headers.toString();
    }
}
