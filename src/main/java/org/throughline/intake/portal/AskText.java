package org.throughline.intake.portal;

import java.util.regex.Pattern;

/** Puts a client's fields into the words of a message. */
final class AskText {

    private static final int LONGEST_SUBJECT = 90;
    private static final Pattern REQUEST_NUMBER = Pattern.compile("(?i)\\bSR-\\d{4}-\\d{6}\\b");

    private AskText() {}

    /**
     * The first line of what is asked, shortened. It never holds a request number: that would put the words of an unproven
     * sender on the thread of an open request, where they could answer its question.
     */
    static String subject(ServiceAsk ask) {
        String line = REQUEST_NUMBER
                .matcher(ask.text().strip().lines().findFirst().orElse(""))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
        if (line.isEmpty()) {
            return "Request for service";
        }
        if (line.length() <= LONGEST_SUBJECT) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_SUBJECT);
        return line.substring(0, space > LONGEST_SUBJECT / 2 ? space : LONGEST_SUBJECT) + " …";
    }

    static String body(ServiceAsk ask) {
        StringBuilder body = new StringBuilder(ask.text().strip()).append('\n');
        ask.kind().ifPresent(kind -> line(body, "About", kind.label()));
        line(body, "Policy", ask.policyNumber());
        line(body, "Needed by", ask.neededBy() == null ? "" : String.valueOf(ask.neededBy()));
        line(body, "Sent by", ask.name());
        line(body, "Phone", ask.phone());
        return body.toString().stripTrailing();
    }

    private static void line(StringBuilder body, String name, String value) {
        if (!value.isBlank()) {
            body.append('\n').append(name).append(": ").append(value.strip());
        }
    }
}
