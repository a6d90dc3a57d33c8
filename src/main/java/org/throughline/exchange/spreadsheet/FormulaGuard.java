package org.throughline.exchange.spreadsheet;

/**
 * Keeps a spreadsheet program from running text of a CSV file as a formula: such a text is led by an apostrophe, which is
 * taken away again where the file is read here.
 */
final class FormulaGuard {

    private static final String RUNS = "=+-@\t\r\n";
    private static final String APOSTROPHE = "'";

    private FormulaGuard() {}

    static String guarded(String text) {
        return !text.isEmpty() && (RUNS.indexOf(text.charAt(0)) >= 0 || isGuarded(text)) ? APOSTROPHE + text : text;
    }

    static String unguarded(String text) {
        return isGuarded(text) ? text.substring(1) : text;
    }

    /** Also of what is guarded twice, so that a text which begins like a guarded one survives the way there and back. */
    private static boolean isGuarded(String text) {
        return text.length() > 1
                && text.startsWith(APOSTROPHE)
                && (RUNS.indexOf(text.charAt(1)) >= 0 || isGuarded(text.substring(1)));
    }
}
