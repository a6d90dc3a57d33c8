package org.throughline.platform.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is tried only on a text that holds one of the literals that every match needs. Most
 * expressions find nothing in most messages, and looking for a literal costs a hundredth of trying an expression at each
 * letter.
 */
public final class QuickPattern {

    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final int UNDERSTOOD =
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE | Pattern.DOTALL | Pattern.UNIX_LINES;

    private final Pattern pattern;
    private final List<String> literals;

    private QuickPattern(Pattern pattern) {
        this.pattern = pattern;
        this.literals = (pattern.flags() & ~UNDERSTOOD) == 0 ? RequiredLiterals.of(pattern.pattern()) : List.of();
    }

    /** See {@link Pattern#compile(String)}. */
    public static QuickPattern compile(String regex) {
        return new QuickPattern(Pattern.compile(regex));
    }

    /** See {@link Pattern#compile(String, int)}. */
    public static QuickPattern compile(String regex, int flags) {
        return new QuickPattern(Pattern.compile(regex, flags));
    }

    /** A matcher of the text, which finds what the expression finds; meant for {@code find}. */
    public Matcher matcher(String text) {
        return possible(text) ? pattern.matcher(text) : NEVER.matcher(text);
    }

    /** The literals of which a match has at least one, in small letters; none if nothing is known of them. */
    List<String> literals() {
        return literals;
    }

    /** The expression itself, for who asked {@link #possible} already. */
    public Pattern pattern() {
        return pattern;
    }

    /** Whether the text has what every match needs. */
    public boolean possible(String text) {
        if (literals.isEmpty()) {
            return true;
        }
        String small = text.toLowerCase(Locale.ROOT);
        for (String literal : literals) {
            if (small.contains(literal)) {
                return true;
            }
        }
        return false;
    }
}
