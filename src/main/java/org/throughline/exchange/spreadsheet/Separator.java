package org.throughline.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What stands between the cells of a CSV file. */
enum Separator {
    COMMA(',', "commas"),
    SEMICOLON(';', "semicolons"),
    TAB('\t', "tabs"),
    BAR('|', "bars");

    private static final int LINES = 20;
    private static final String SAID = "sep=";

    private final char character;
    private final String plural;

    Separator(char character, String plural) {
        this.character = character;
        this.plural = plural;
    }

    char character() {
        return character;
    }

    String plural() {
        return plural;
    }

    /** True where the first line says what separates, as Excel writes it. */
    static boolean isSaid(String text) {
        return text.regionMatches(true, 0, SAID, 0, SAID.length());
    }

    /** The one that the first line names, or the one that most lines have equally often. */
    static Separator of(String text) {
        if (isSaid(text) && text.length() > SAID.length()) {
            for (Separator one : values()) {
                if (one.character == text.charAt(SAID.length())) {
                    return one;
                }
            }
        }
        List<Separator> all = new ArrayList<>(List.of(values()));
        return Collections.max(
                all,
                Comparator.comparingInt((Separator one) -> one.fits(text)).thenComparing(Comparator.reverseOrder()));
    }

    /** Lines with as many of them as most lines have, weighed by how many that are; quoted ones do not count. */
    private int fits(String text) {
        int[] linesByCount = new int[1000];
        int count = 0;
        int lines = 0;
        boolean quoted = false;
        for (int at = 0; at <= text.length() && lines < LINES; at++) {
            char c = at == text.length() ? '\n' : text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == character && !quoted) {
                count++;
            } else if (c == '\n' && (!quoted || at == text.length())) {
                linesByCount[Math.min(count, linesByCount.length - 1)]++;
                count = 0;
                lines++;
            }
        }
        int best = 0;
        for (int each = 1; each < linesByCount.length; each++) {
            best = Math.max(best, linesByCount[each] * (10 + Math.min(each, 50)));
        }
        return best;
    }
}
