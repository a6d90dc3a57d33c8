package org.throughline.intake.mail;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The versions of one text in a multipart/alternative. People see the rich one; the plain one is read where it says the
 * same, because quotes are marked in it.
 */
final class Alternatives {

    private static final double SAME = 0.7;
    private static final double OTHER = 0.5;
    private static final int FEW_WORDS = 12;
    private static final int MORE_THAN_A_REMARK = 6;
    private static final int MOST_WORDS = 20_000;
    private static final Pattern LINK = Pattern.compile("<?https?://\\S{1,2000}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,40}");

    private String plain = "";
    private String rich = "";

    void add(String type, String text) {
        if (text.isBlank()) {
            return;
        }
        if (type.equals("text/plain")) {
            plain = plain.isBlank() ? text : plain;
        } else {
            rich = text;
        }
    }

    String best() {
        if (plain.isBlank() || rich.isBlank()) {
            return plain.isBlank() ? rich : plain;
        }
        boolean says = share(words(rich), words(plain)) >= SAME;
        return says && further(words(plain), words(rich)) < MORE_THAN_A_REMARK ? plain : rich;
    }

    /** Lines of the plain text that people do not see where the rich one is what they see. */
    String unseen() {
        if (plain.isBlank() || rich.isBlank() || best().equals(plain)) {
            return "";
        }
        Set<String> seen = words(rich);
        return plain.lines().filter(line -> share(words(line), seen) < OTHER).collect(Collectors.joining("\n"));
    }

    /** True where a plain text of some length says something that the rich one does not. */
    boolean differ() {
        Set<String> inPlain = words(plain);
        return !rich.isBlank() && inPlain.size() > FEW_WORDS && share(inPlain, words(rich)) < OTHER;
    }

    private static double share(Set<String> some, Set<String> all) {
        return some.isEmpty() ? 1 : some.stream().filter(all::contains).count() / (double) some.size();
    }

    private static long further(Set<String> some, Set<String> all) {
        return some.stream().filter(word -> !all.contains(word)).count();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(LINK.matcher(text).replaceAll(" "))
                .results()
                .limit(MOST_WORDS)
                .forEach(word -> words.add(word.group().toLowerCase(java.util.Locale.ROOT)));
        return words;
    }
}
