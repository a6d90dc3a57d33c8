package org.throughline.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of a regular expression the literals of which every match has at least one, in small letters. What it does
 * not understand it takes as matching anything, so it may know of no literals and is never wrong about those it names.
 */
final class RequiredLiterals {

    private static final int MOST = 40;

    /** Quoting, comments, cases beyond those of ASCII, and intersections of classes. */
    private static final Pattern BEYOND_THIS = Pattern.compile("\\\\Q|\\(\\?[a-zU-]*[uUx]|&&");

    private static final String QUANTIFIERS = "?*+{";
    private static final String ZERO_WIDTH = "bBAzZG";
    private static final String CONTROL = "ntrfae";

    private final String regex;
    private int at;

    private RequiredLiterals(String regex) {
        this.regex = regex;
    }

    /** The literals, or none if a match need not have any of a useful length. */
    static List<String> of(String regex) {
        if (BEYOND_THIS.matcher(regex).find()) {
            return List.of();
        }
        return new RequiredLiterals(regex)
                .alternatives()
                .filter(found -> found.size() <= MOST)
                .orElse(List.of());
    }

    /** Every alternative has to name some; a closing bracket ends them. */
    private Optional<List<String>> alternatives() {
        List<String> all = new ArrayList<>();
        boolean known = true;
        while (true) {
            Sequence sequence = sequence();
            known &= sequence.best != null;
            if (sequence.best != null) {
                all.addAll(sequence.best);
            }
            if (at < regex.length() && regex.charAt(at) == '|') {
                at++;
            } else {
                break;
            }
        }
        return known ? Optional.of(all) : Optional.empty();
    }

    private Sequence sequence() {
        Sequence sequence = new Sequence();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char next = regex.charAt(at);
            if (next == '(') {
                group(sequence);
            } else if (next == '[') {
                skipClass();
                quantifier();
                sequence.gap();
            } else if (next == '\\') {
                escape(sequence);
            } else if (next == '^' || next == '$') {
                at++;
            } else if (next == '.') {
                at++;
                quantifier();
                sequence.gap();
            } else {
                at++;
                literal(sequence, next);
            }
        }
        sequence.gap();
        return sequence;
    }

    private void literal(Sequence sequence, char letter) {
        boolean counted = at < regex.length() && QUANTIFIERS.indexOf(regex.charAt(at)) >= 0;
        boolean required = quantifier();
        if (!required) {
            sequence.gap();
            return;
        }
        sequence.add(letter);
        if (counted) {
            sequence.gap();
        }
    }

    private void escape(Sequence sequence) {
        char escaped = regex.charAt(at + 1);
        at += 2;
        if (ZERO_WIDTH.indexOf(escaped) >= 0) {
            return;
        }
        if (Character.isLetterOrDigit(escaped)) {
            if (escaped == 'p' || escaped == 'P') {
                at = regex.indexOf('}', at) + 1;
            } else if (escaped == 'k') {
                at = regex.indexOf('>', at) + 1;
            } else if (escaped == 'u') {
                at += 4;
            } else if (escaped == 'x') {
                at += regex.charAt(at) == '{' ? regex.indexOf('}', at) - at + 1 : 2;
            } else if (!isClass(escaped) && CONTROL.indexOf(escaped) < 0 && !Character.isDigit(escaped)) {
                throw new IllegalArgumentException("\\" + escaped + " is not known here: " + regex);
            }
            quantifier();
            sequence.gap();
        } else {
            literal(sequence, escaped);
        }
    }

    private static boolean isClass(char escaped) {
        return "dDwWsShHvVRX".indexOf(escaped) >= 0;
    }

    private void group(Sequence sequence) {
        at++;
        boolean looksAround = false;
        if (regex.startsWith("?", at)) {
            if (regex.startsWith("?=", at)
                    || regex.startsWith("?!", at)
                    || regex.startsWith("?<=", at)
                    || regex.startsWith("?<!", at)) {
                looksAround = true;
                at += regex.charAt(at + 1) == '<' ? 3 : 2;
            } else if (regex.startsWith("?<", at)) {
                at = regex.indexOf('>', at) + 1;
            } else {
                int colon = at + 1;
                while (regex.charAt(colon) != ':' && regex.charAt(colon) != ')' && regex.charAt(colon) != '>') {
                    colon++;
                }
                at = colon;
                if (regex.charAt(at) != ')') {
                    at++;
                }
            }
        }
        Optional<List<String>> inside = alternatives();
        at++;
        boolean required = quantifier();
        if (!looksAround) {
            sequence.gap();
            if (required) {
                inside.ifPresent(sequence::offer);
            }
        }
    }

    private void skipClass() {
        int depth = 0;
        boolean first = true;
        do {
            char next = regex.charAt(at);
            if (next == '\\') {
                at++;
            } else if (next == '[') {
                depth++;
            } else if (next == ']' && !first) {
                depth--;
            }
            first = next == '[' || (first && next == '^');
            at++;
        } while (depth > 0);
    }

    /** Passes a quantifier, if there is one, and says whether what it counts has to be there. */
    private boolean quantifier() {
        if (at >= regex.length() || QUANTIFIERS.indexOf(regex.charAt(at)) < 0) {
            return true;
        }
        char kind = regex.charAt(at);
        boolean required = kind == '+';
        if (kind == '{') {
            int end = regex.indexOf('}', at);
            required = regex.charAt(at + 1) != '0';
            at = end;
        }
        at++;
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return required;
    }

    /** What a row of atoms needs: its longest run of letters, or the literals of a group in it. */
    private static final class Sequence {

        private final StringBuilder run = new StringBuilder();
        private @Nullable List<String> best;

        private void add(char letter) {
            run.append(letter);
        }

        private void gap() {
            if (run.length() > 0) {
                offer(List.of(run.toString().toLowerCase(Locale.ROOT)));
                run.setLength(0);
            }
        }

        private void offer(List<String> literals) {
            if (worth(literals) > (best == null ? 1 : worth(best))) {
                best = literals;
            }
        }

        /** The shortest decides, because it is found most often; a symbol is rarer than a letter. */
        private static int worth(List<String> literals) {
            int shortest = Integer.MAX_VALUE;
            for (String literal : literals) {
                boolean symbols = literal.chars().noneMatch(Character::isLetterOrDigit) && !literal.isBlank();
                shortest = Math.min(
                        shortest,
                        symbols ? literal.length() + 1 : literal.strip().length());
            }
            return shortest;
        }
    }
}
