package org.throughline.carrier.download.al3;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented AL3 files. */
public final class Al3Samples {

    private final List<String> groups = new ArrayList<>();

    private Al3Samples() {}

    /** A renewal and a cancellation, each group with a line break after it or without one. */
    public static String twoTransactions(String lineBreak) {
        return file().transaction("CGL", "BLUE MESA CASUALTY", "RWL", "20261123", "20261201")
                .group(new Group("5BIS", 100).put(30, "C").put(39, "OKAFOR PLUMBING LLC"))
                .group(new Group("9BIS", 140)
                        .put(29, "500 HARWIN DR")
                        .put(89, "HOUSTON")
                        .put(109, "TX")
                        .put(111, "77036????")
                        .put(120, "7135550142"))
                .policy("BMC-GL-0448213", "10001", "CGL", "261201", "271201", "00000421000")
                .group(new Group("6CVA", 281)
                        .put(30, "EACH OCC")
                        .put(60, "000000123456")
                        .put(103, "0001000000")
                        .put(122, "000002500"))
                .group(new Group("5RMK", 80).put(30, "RATE CHANGE 4 PERCENT"))
                .transaction("AUTOP", "SUMMIT RIDGE MUTUAL", "XLC", "20261123", "20261205")
                .group(new Group("5BIS", 100).put(30, "I").put(39, "TINA").put(67, "ALVARADO"))
                .policy("SRM-PA-9914402", "?????", "AUTOP", "261201", "271201", "???????????")
                .whole(lineBreak);
    }

    /** A file with its header; transactions and groups follow. */
    public static Al3Samples file() {
        Al3Samples file = new Al3Samples();
        return file.group(new Group("1MHG", 60).put(10, "IVANS"));
    }

    /** Begins a transaction. Dates are {@code YYYYMMDD}. */
    public Al3Samples transaction(String line, String carrier, String code, String processed, String effective) {
        return group(new Group("2TRG", 212)
                .put(24, line)
                .put(47, carrier)
                .put(167, code)
                .put(196, processed)
                .put(204, effective));
    }

    /** The insured of the transaction. */
    public Al3Samples insured(String name) {
        return group(new Group("5BIS", 100).put(30, "C").put(39, name));
    }

    /** The policy of the transaction. Dates are {@code YYMMDD}; the premium has two implied decimals. */
    public Al3Samples policy(String number, String naic, String line, String from, String to, String premium) {
        return group(new Group("5BPI", 120)
                .put(24, number)
                .put(59, naic)
                .put(64, line)
                .put(73, from)
                .put(79, to)
                .put(98, premium));
    }

    public Al3Samples group(Group group) {
        groups.add(group.toString());
        return this;
    }

    /** Something that is no group. */
    public Al3Samples garbage(String text) {
        groups.add(text);
        return this;
    }

    /** The file with its trailer. */
    public String whole(String lineBreak) {
        return String.join(lineBreak, groups) + lineBreak + new Group("3MTG", 20);
    }

    /** The file as it stands, without a trailer. */
    public String cut(String lineBreak) {
        return String.join(lineBreak, groups);
    }

    /** A group that is filled in by position. */
    public static final class Group {

        private final StringBuilder text;

        public Group(String code, int length) {
            text = new StringBuilder(" ".repeat(length));
            put(0, String.format(Locale.ROOT, "%s%03d", code, length));
        }

        public Group put(int at, String value) {
            text.replace(at, at + value.length(), value);
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
