package org.throughline.sandbox.mail.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A set of sequence numbers or UIDs such as {@code 1:5,9,12:*}; the star is the highest there is. */
record NumberSet(List<Range> ranges) {

    private static final long STAR = Long.MAX_VALUE;
    private static final Pattern SET =
            Pattern.compile("(\\d{1,18}|\\*)(:(\\d{1,18}|\\*))?(,(\\d{1,18}|\\*)(:(\\d{1,18}|\\*))?)*");

    record Range(long from, long to) {}

    static boolean is(String text) {
        return SET.matcher(text).matches();
    }

    static NumberSet of(String text) {
        if (!is(text)) {
            throw BadCommand.bad("Not a set of messages: " + text);
        }
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            long from = number(colon < 0 ? part : part.substring(0, colon));
            ranges.add(new Range(from, colon < 0 ? from : number(part.substring(colon + 1))));
        }
        return new NumberSet(List.copyOf(ranges));
    }

    private static long number(String text) {
        return text.equals("*") ? STAR : Long.parseLong(text);
    }

    boolean contains(long number, long highest) {
        for (Range range : ranges) {
            long from = range.from() == STAR ? highest : range.from();
            long to = range.to() == STAR ? highest : range.to();
            if (number >= Math.min(from, to) && number <= Math.max(from, to)) {
                return true;
            }
        }
        return false;
    }
}
