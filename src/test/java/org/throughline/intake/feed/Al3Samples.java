package org.throughline.intake.feed;

import java.util.Locale;

/** Invented AL3 files. */
final class Al3Samples {

    private Al3Samples() {}

    /** A renewal and a cancellation, each group with a line break after it or without one. */
    static String twoTransactions(String lineBreak) {
        StringBuilder file = new StringBuilder();
        file.append(new Group("1MHG", 60).put(10, "IVANS")).append(lineBreak);
        file.append(header("CGL", "BLUE MESA CASUALTY", "RWL", "20261123", "20261201"))
                .append(lineBreak);
        file.append(new Group("5BIS", 100).put(30, "C").put(39, "OKAFOR PLUMBING LLC"))
                .append(lineBreak);
        file.append(new Group("9BIS", 140)
                        .put(29, "500 HARWIN DR")
                        .put(89, "HOUSTON")
                        .put(109, "TX")
                        .put(111, "77036????")
                        .put(120, "7135550142"))
                .append(lineBreak);
        file.append(policy("BMC-GL-0448213", "10001", "CGL", "00000421000")).append(lineBreak);
        file.append(new Group("6CVA", 281)
                        .put(30, "EACH OCC")
                        .put(60, "000000123456")
                        .put(103, "0001000000")
                        .put(122, "000002500"))
                .append(lineBreak);
        file.append(new Group("5RMK", 80).put(30, "RATE CHANGE 4 PERCENT")).append(lineBreak);
        file.append(header("AUTOP", "SUMMIT RIDGE MUTUAL", "XLC", "20261123", "20261205"))
                .append(lineBreak);
        file.append(new Group("5BIS", 100).put(30, "I").put(39, "TINA").put(67, "ALVARADO"))
                .append(lineBreak);
        file.append(policy("SRM-PA-9914402", "?????", "AUTOP", "???????????")).append(lineBreak);
        file.append(new Group("3MTG", 20));
        return file.toString();
    }

    private static Group header(String line, String carrier, String code, String processed, String effective) {
        return new Group("2TRG", 212)
                .put(24, line)
                .put(47, carrier)
                .put(167, code)
                .put(196, processed)
                .put(204, effective);
    }

    private static Group policy(String number, String naic, String line, String premium) {
        return new Group("5BPI", 120)
                .put(24, number)
                .put(59, naic)
                .put(64, line)
                .put(73, "261201")
                .put(79, "271201")
                .put(98, premium);
    }

    private static final class Group {

        private final StringBuilder text;

        private Group(String code, int length) {
            text = new StringBuilder(" ".repeat(length));
            put(0, String.format(Locale.ROOT, "%s%03d", code, length));
        }

        private Group put(int at, String value) {
            text.replace(at, at + value.length(), value);
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
