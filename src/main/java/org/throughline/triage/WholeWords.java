package org.throughline.triage;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.text.QuickPattern;

/**
 * A phrase that is tried only where a word begins, and only with a letter that the phrase can begin with: trying it at
 * every letter of a message costs twice as much.
 */
final class WholeWords implements PhrasePattern {

    private static final int ASCII = 128;

    /** Where this is said, one letter alone does not show what the phrase can begin with. */
    private static final Pattern LOOKS_BACK = Pattern.compile("\\(\\?<|\\\\[bBG]");

    private final QuickPattern pattern;
    private final BitSet firsts = new BitSet(ASCII);

    WholeWords(String words) {
        pattern = QuickPattern.compile("(?:" + words + ")(?![a-z0-9])");
        if (LOOKS_BACK.matcher(words).find()) {
            firsts.set(0, ASCII);
        } else {
            Pattern alone = Pattern.compile(words);
            for (char letter = 0; letter < ASCII; letter++) {
                Matcher matcher = alone.matcher(String.valueOf(letter));
                firsts.set(letter, matcher.lookingAt() || matcher.hitEnd());
            }
        }
    }

    @Override
    public Places in(String text) {
        return new Starts(text);
    }

    private boolean canBegin(String text, int at) {
        char letter = text.charAt(at);
        return (letter >= ASCII || firsts.get(letter)) && (at == 0 || !isOfAWord(text.charAt(at - 1)));
    }

    private static boolean isOfAWord(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }

    private final class Starts implements Places {

        private final String text;
        private final Matcher matcher;
        private final int end;
        private int from;

        private Starts(String text) {
            this.text = text;
            this.matcher =
                    pattern.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            this.end = pattern.possible(text) ? text.length() : 0;
        }

        @Override
        public boolean next() {
            for (int at = from; at < end; at++) {
                if (canBegin(text, at) && matcher.region(at, end).lookingAt()) {
                    from = Math.max(matcher.end(), at + 1);
                    return true;
                }
            }
            from = end;
            return false;
        }

        @Override
        public int start() {
            return matcher.start();
        }

        @Override
        public int end() {
            return matcher.end();
        }
    }
}
