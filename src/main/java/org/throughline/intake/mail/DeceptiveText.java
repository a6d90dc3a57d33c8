package org.throughline.intake.mail;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Characters that make a text look like another one, or that are there and cannot be seen. */
final class DeceptiveText {

    private static final Pattern DIRECTION = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern WITHIN_WORD =
            Pattern.compile("(?<=[A-Za-z])[\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff]+(?=[A-Za-z])");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u200b\\u200e\\u200f\\u2060-\\u2064\\ufeff\\u00ad\\u034f]");
    private static final Pattern TAGS = Pattern.compile("(?<!\\x{1F3F4})[\\x{E0020}-\\x{E007E}]{2,}\\x{E007F}?");

    private DeceptiveText() {}

    /** True where the text changes its direction, or hides something within a word. */
    static boolean isIn(String text) {
        return DIRECTION.matcher(text).find() || WITHIN_WORD.matcher(text).find();
    }

    /** True where words are written in characters that no screen shows. */
    static boolean hasUnseenWords(String text) {
        return TAGS.matcher(text).find();
    }

    static String withoutUnseen(String text) {
        String readable = TAGS.matcher(text).replaceAll("");
        readable = WITHIN_WORD.matcher(readable).replaceAll("");
        readable = DIRECTION.matcher(readable).replaceAll("");
        return UNSEEN.matcher(readable).replaceAll("");
    }

    /** True for an address that mixes Latin letters with look-alikes of another script, or is written in those alone. */
    static boolean isLookAlike(String address) {
        String readable = readable(address);
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        readable.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .forEach(scripts::add);
        return scripts.contains(UnicodeScript.CYRILLIC)
                || scripts.contains(UnicodeScript.GREEK)
                || scripts.contains(UnicodeScript.CHEROKEE)
                || scripts.contains(UnicodeScript.ARMENIAN);
    }

    private static String readable(String address) {
        int at = address.lastIndexOf('@');
        try {
            return address.substring(0, at + 1) + java.net.IDN.toUnicode(address.substring(at + 1));
        } catch (IllegalArgumentException notADomain) {
            return address;
        }
    }
}
