package org.throughline.triage;

/** The build's phrases, for tests of those who change them. */
public final class TestPhrases {

    private TestPhrases() {}

    public static Phrases ofTheBuild() {
        return new Phrases(new Lexicon());
    }
}
