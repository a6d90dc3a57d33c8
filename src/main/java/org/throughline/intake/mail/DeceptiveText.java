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
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0001;
    private static final int LAST_TAG = 0xE007F;

    private DeceptiveText() {}

    /** True where the text changes its direction, or hides something within a word. */
    static boolean isIn(String text) {
        return DIRECTION.matcher(text).find() || WITHIN_WORD.matcher(text).find();
    }

    /** True where words are written in characters that no screen shows. */
    static boolean hasUnseenWords(String text) {
        return text.length() - withoutTags(text).length() >= 4;
    }

    static String withoutUnseen(String text) {
        String readable = WITHIN_WORD.matcher(withoutTags(text)).replaceAll("");
        readable = DIRECTION.matcher(readable).replaceAll("");
        return UNSEEN.matcher(readable).replaceAll("");
    }

    /** Tag characters are seen as part of a flag only. */
    private static String withoutTags(String text) {
        if (text.indexOf('\udb40') < 0) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        boolean flag = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean tag = c >= FIRST_TAG && c <= LAST_TAG;
            flag = c == BLACK_FLAG || (flag && tag);
            if (!tag || flag) {
                seen.appendCodePoint(c);
            }
        }
        return seen.toString();
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
