package org.throughline.triage;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.triage.MessageText.AttachmentText;

/**
 * A message taken apart: subject without prefixes, what the sender wrote, what was forwarded, what is attached. Channels
 * that hand over a whole body are cleaned here too; cleaning twice changes nothing.
 */
record MessageParts(String subject, String text, String forwarded, String attached, boolean reply, boolean forward) {

    private static final int MAX_TEXT = 20_000;
    private static final int MAX_ATTACHED = 12_000;
    private static final Pattern PREFIX =
            Pattern.compile("^\\s*((re|fw|fwd|aw|wg)\\s*(\\[\\d+])?\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORWARD_MARK = Pattern.compile(
            "(?im)^\\s*(-{2,}\\s*(forwarded message|original message)\\b.*|begin forwarded message:?.*|_{10,}\\s*)$");
    private static final Pattern OUTLOOK_BLOCK = Pattern.compile("(?im)^\\s*\\*?from:\\*? .+\\R\\s*\\*?(sent|date):");
    private static final Pattern QUOTE_HEAD =
            Pattern.compile("(?im)^[>\\s]*(on .{4,200} wrote:|-{2,}\\s*original message\\s*-{2,})");
    private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\s*>.*$");
    private static final Pattern TAIL = Pattern.compile(
            "(?im)^(-- ?$|_{5,}$|sent from my .*|get outlook for .*|(confidentiality|privacy|disclaimer)[^\\n]{0,20}notice.*|this (e-?mail|message) (and any|is intended|may contain).*)");

    static MessageParts of(MessageText written) {
        MessageText message = written.asSeen();
        String subject = message.subject().strip();
        String lower = subject.toLowerCase(Locale.ROOT);
        boolean forward = lower.matches("(?s).*\\b(fw|fwd)\\s*:.*")
                || !message.forwarded().isBlank();
        boolean reply = message.reply() || lower.startsWith("re:") || lower.startsWith("automatic reply:");
        String body = cut(message.body().replace("\r\n", "\n").replace('\r', '\n'), MAX_TEXT);
        String forwarded = message.forwarded();
        int mark = firstMark(body);
        if (mark >= 0) {
            String below = body.substring(mark);
            body = body.substring(0, mark);
            if (forwarded.isBlank() && (forward || !reply)) {
                forwarded = below;
                forward = true;
            }
        }
        Matcher head = QUOTE_HEAD.matcher(body);
        if (head.find()) {
            body = body.substring(0, head.start());
        }
        body = QUOTED_LINE.matcher(body).replaceAll("");
        return new MessageParts(
                PREFIX.matcher(subject).replaceFirst(""),
                withoutTail(body),
                withoutTail(QUOTED_LINE.matcher(cut(forwarded, MAX_TEXT)).replaceAll("")),
                attached(message.attachments()),
                reply,
                forward);
    }

    /** Everything the message says, without attachments. */
    String all() {
        return subject + "\n" + text + "\n" + forwarded;
    }

    private static int firstMark(String body) {
        Matcher mark = FORWARD_MARK.matcher(body);
        int first = mark.find() ? mark.start() : -1;
        Matcher block = OUTLOOK_BLOCK.matcher(body);
        int second = block.find() ? block.start() : -1;
        if (first < 0 || second < 0) {
            return Math.max(first, second);
        }
        return Math.min(first, second);
    }

    private static String withoutTail(String text) {
        Matcher tail = TAIL.matcher(text);
        return (tail.find() ? text.substring(0, tail.start()) : text).strip();
    }

    private static String attached(List<AttachmentText> attachments) {
        StringBuilder text = new StringBuilder();
        for (AttachmentText attachment : attachments) {
            text.append(attachment.filename().replaceAll("[_.-]+", " "))
                    .append('\n')
                    .append(attachment.text())
                    .append('\n');
        }
        return cut(text.toString(), MAX_ATTACHED);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
