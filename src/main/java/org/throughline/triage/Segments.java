package org.throughline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text where one thing ends and the next begins: sentences, lines, list items, "also". */
final class Segments {

    private static final Pattern BREAK = Pattern.compile(
            "(?<=[.!?])\\s+(?=[\\p{Lu}\\d\"'(¿¡])|\\n\\s*\\n|\\n(?=\\s*(?:[-*•–]|\\(?\\d{1,2}[.):]|[a-e][.)])\\s*)"
                    + "|(?<=[.!?;:])\\s*\\n|(?<=;)\\s+|(?<=[^\\n]{0,2})\\n(?=\\s*\\p{Lu})"
                    + "|[,.]?\\s+(?=(?i:(?:and )?also\\b|and then\\b|plus\\b|(?:one|two|another|last) (?:more |other )?things?\\b|"
                    + "oh and\\b|by the way\\b|btw\\b|secondly\\b|third(?:ly)?\\b|lastly\\b|finally\\b|while (?:i|you)|ademas\\b|además\\b|tambien\\b|también\\b))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
    private static final int FEWEST_WORDS = 2;

    private Segments() {}

    /**
     * A part of a text.
     *
     * @param start index of its first character
     * @param end index after its last character
     */
    record Segment(String text, int start, int end) {}

    static List<Segment> of(String text) {
        List<Segment> segments = new ArrayList<>();
        Matcher matcher = BREAK.matcher(text);
        int from = 0;
        while (matcher.find()) {
            add(text, from, matcher.start(), segments);
            from = matcher.end();
        }
        add(text, from, text.length(), segments);
        return segments;
    }

    private static void add(String text, int from, int to, List<Segment> segments) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        String part = text.substring(start, end);
        if (WORD.matcher(part).results().limit(FEWEST_WORDS).count() == FEWEST_WORDS) {
            segments.add(new Segment(part, start, end));
        }
    }
}
