package org.throughline.carrier;

import java.text.Normalizer;
import java.util.Locale;

/** Compares the names of businesses and people without case, accents, punctuation and legal form. */
public final class PartyNames {

    private PartyNames() {}

    /** True where both name the same party, whatever its legal form. */
    public static boolean same(String one, String other) {
        return !plain(one).isEmpty() && plain(one).equals(plain(other));
    }

    /** True where one name, without its legal form, is the other or the beginning of it. */
    public static boolean match(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        return !a.isEmpty()
                && !b.isEmpty()
                && (a.equals(b) || (a + " ").startsWith(b + " ") || (b + " ").startsWith(a + " "));
    }

    /** True where both name the same lender, with or without the clause that names those who come after it. */
    public static boolean sameLender(String one, String other) {
        return same(withoutSuccessors(one), withoutSuccessors(other));
    }

    private static String withoutSuccessors(String name) {
        return name.replaceAll(
                "(?i)[,\\s]*\\b(and/or )?((its|their) )?(successors?( and/or | and | or |/)assigns|isaoa|atima|as (their|its)"
                        + " interests? may appear)\\b[\\s/,&.]*",
                " ");
    }

    /** Small letters, digits and single blanks; {@code &} reads "and". */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^a-z0-9 ]", " ")
                .replaceAll(
                        "\\b(llc|l l c|inc|incorporated|corp|corporation|company|co|ltd|lp|l p|llp|l l p|pc|pllc|the)\\b",
                        " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
