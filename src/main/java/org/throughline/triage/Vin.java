package org.throughline.triage;

/** The check digit of North American vehicle identification numbers. */
final class Vin {

    private static final String LETTERS = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    private Vin() {}

    static boolean valid(String vin) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int value = LETTERS.indexOf(vin.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value % 10 * WEIGHTS[i];
        }
        int rest = sum % 11;
        return vin.charAt(8) == (rest == 10 ? 'X' : (char) ('0' + rest));
    }
}
