package org.throughline.triage;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that make a text look like another one, or that are there and cannot be seen. */
public final class DeceptiveText {

    private static final String UNSEEN_CHARACTERS =
            "\\u00ad\\u034f\\u061c\\u180e\\u200b\\u200e\\u200f\\u2060-\\u2064\\u206a-\\u206f\\ufeff";
    private static final Pattern DIRECTION = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern WITHIN_WORD = Pattern.compile("(?<=[A-Za-z])[" + UNSEEN_CHARACTERS
            + "\\u200c\\u200d\\u115f\\u1160\\u3164\\uffa0\\ufe00-\\ufe0f]+(?=[A-Za-z])");
    private static final Pattern UNSEEN = Pattern.compile("[" + UNSEEN_CHARACTERS + "]");
    private static final Pattern STYLED_LETTERS =
            Pattern.compile("[\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\x{1d400}-\\x{1d7ff}]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final String LOOK_LIKE = "аеорсухіјѕԁһԛԝӏѵАВЕКМНОРСТУХІЅЈԚԜкɡοανιρυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳօոսհ";
    private static final String LATIN = "aeopcyxijsdhqwlvABEKMHOPCTYXISJQWkgoavipukABEZHIKMNOPTYXcjonuh";
    private static final Map<Character, Character> LOOK_ALIKES = new HashMap<>();
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int TAGS = 0xE0000;
    private static final int FIRST_TAG = 0xE0001;
    private static final int LAST_TAG = 0xE007F;
    private static final int FEWEST_TAGS = 2;

    static {
        for (int i = 0; i < LATIN.length(); i++) {
            LOOK_ALIKES.put(LOOK_LIKE.charAt(i), LATIN.charAt(i));
        }
    }

    private DeceptiveText() {}

    /** True where the text changes its direction, hides something within a word, or mixes look-alike letters into one. */
    public static boolean isIn(String text) {
        return !isPlain(text)
                && (DIRECTION.matcher(text).find()
                        || WITHIN_WORD.matcher(text).find()
                        || WORD.matcher(text).results().map(MatchResult::group).anyMatch(DeceptiveText::isMixed));
    }

    /** Words that are written in characters that no screen shows, readable; empty where there are none. */
    public static String unseenWords(String text) {
        StringBuilder words = new StringBuilder();
        withoutTags(text, words);
        return words.length() < FEWEST_TAGS ? "" : words.toString();
    }

    /** The text without what a reader does not see of it. */
    public static String withoutUnseen(String text) {
        if (isPlain(text)) {
            return text;
        }
        String readable =
                WITHIN_WORD.matcher(withoutTags(text, new StringBuilder())).replaceAll("");
        readable = DIRECTION.matcher(readable).replaceAll("");
        return UNSEEN.matcher(readable).replaceAll("");
    }

    /** The text in the letters that a reader takes it for. */
    public static String asSeen(String text) {
        if (isPlain(text)) {
            return text;
        }
        String seen = STYLED_LETTERS
                .matcher(withoutUnseen(text))
                .replaceAll(
                        styled -> Matcher.quoteReplacement(Normalizer.normalize(styled.group(), Normalizer.Form.NFKC)));
        boolean foreign = seen.chars().anyMatch(DeceptiveText::isForeign);
        UnaryOperator<String> word =
                found -> isMixed(found) || (!foreign && hasLookAlikes(found)) ? inLatin(found) : found;
        return WORD.matcher(seen).replaceAll(found -> word.apply(found.group()));
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean hasLookAlikes(String word) {
        return word.chars().anyMatch(c -> LOOK_ALIKES.containsKey((char) c));
    }

    /** True for a word of Latin letters and letters of other scripts that look like them, and of no others. */
    private static boolean isMixed(String word) {
        return hasLookAlikes(word)
                && word.codePoints().anyMatch(c -> c < 0x80)
                && word.chars().noneMatch(DeceptiveText::isForeign);
    }

    private static boolean isForeign(int c) {
        return Character.isLetter(c)
                && UnicodeScript.of(c) != UnicodeScript.LATIN
                && !LOOK_ALIKES.containsKey((char) c);
    }

    private static String inLatin(String word) {
        StringBuilder latin = new StringBuilder(word.length());
        word.chars().forEach(c -> latin.append((char) LOOK_ALIKES.getOrDefault((char) c, (char) c)));
        return latin.toString();
    }

    /** Tag characters are seen as part of a flag only. */
    private static String withoutTags(String text, StringBuilder unseen) {
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
            } else if (c >= TAGS + ' ' && c < LAST_TAG) {
                unseen.append((char) (c - TAGS));
            }
        }
        return seen.toString();
    }

    /** True for an address that mixes Latin letters with look-alikes of another script, or is written in those alone. */
    public static boolean isLookAlike(String address) {
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
