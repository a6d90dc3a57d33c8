package org.throughline.triage;

/**
 * A phrase as it is looked for in a flat text: never inside a longer word. The build's phrases use the platform's own
 * expressions; those of analysts run in time that grows with the text and no faster, whatever they wrote.
 */
interface PhrasePattern {

    /** The most characters an analyst's phrase may have. */
    int LONGEST = 200;

    /** The largest program an analyst's phrase may become; one step of it a character is the most a text can cost. */
    int LARGEST_PROGRAM = 600;

    Places in(String text);

    /** The places of a phrase, one after the other. */
    interface Places {

        boolean next();

        int start();

        int end();
    }

    /** A phrase of the build. */
    static PhrasePattern ofTheBuild(String phrase) {
        return new WholeWords(words(phrase));
    }

    /**
     * A phrase of an analyst.
     *
     * @throws IllegalArgumentException with a sentence for the analyst if it cannot be used
     */
    static PhrasePattern ofAnAnalyst(String phrase) {
        if (phrase.isBlank() || phrase.length() > LONGEST) {
            throw new IllegalArgumentException("A phrase has between 1 and " + LONGEST + " characters.");
        }
        com.google.re2j.Pattern pattern = linear(words(phrase));
        if (pattern.programSize() > LARGEST_PROGRAM) {
            throw new IllegalArgumentException(
                    "The phrase repeats too much. Use smaller numbers in braces, or several phrases.");
        }
        if (pattern.matcher(" ").find() || pattern.matcher("").find()) {
            throw new IllegalArgumentException("The phrase also finds nothing at all. Say which words it needs.");
        }
        return text -> new LinearPlaces(pattern.matcher(text), text.length());
    }

    private static com.google.re2j.Pattern linear(String words) {
        try {
            return com.google.re2j.Pattern.compile("(?:^|[^a-z0-9])(" + words + ")(?:[^a-z0-9]|$)");
        } catch (com.google.re2j.PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "The phrase is not a regular expression that can be used here: " + wrong.getDescription()
                            + ". Looking ahead or behind and references to groups are not possible.",
                    wrong);
        }
    }

    private static String words(String phrase) {
        return phrase.replace("'?", "").replace("'", "");
    }

    /** The neighbors that bound a word belong to the match, so looking goes on right after the words themselves. */
    final class LinearPlaces implements Places {

        private final com.google.re2j.Matcher matcher;
        private final int length;
        private int from;

        private LinearPlaces(com.google.re2j.Matcher matcher, int length) {
            this.matcher = matcher;
            this.length = length;
        }

        @Override
        public boolean next() {
            boolean found = from <= length && matcher.find(from);
            if (found) {
                from = Math.max(matcher.end(1), from + 1);
            }
            return found;
        }

        @Override
        public int start() {
            return matcher.start(1);
        }

        @Override
        public int end() {
            return matcher.end(1);
        }
    }
}
