package org.throughline.intake.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.text.Storable;

/** Makes foreign text fit for the database: no NUL, no broken characters, no longer than its column. */
final class Texts {

    private static final int FLAGS_LENGTH = 1000;
    private static final Pattern REPLY_MARKS = Pattern.compile("(?i)^((re|aw|fw|fwd|wg)\\s*(\\[\\d+])?\\s*:\\s*)+");

    private Texts() {}

    static String clean(String text) {
        return Storable.text(text);
    }

    static String column(String text, int length) {
        String clean = clean(text).strip();
        return clean.length() <= length ? clean : clean(clean.substring(0, length));
    }

    static @Nullable String columnOrNull(@Nullable String text, int length) {
        return text == null || text.isBlank() ? null : column(text, length);
    }

    /** As many flags as the column holds. */
    static List<String> flags(Collection<String> flags) {
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String flag : flags) {
            length += flag.length() + 1;
            if (length <= FLAGS_LENGTH && !kept.contains(flag)) {
                kept.add(flag);
            }
        }
        return kept;
    }

    static List<String> split(String joined, String separator) {
        return Arrays.stream(joined.split(separator, -1))
                .filter(part -> !part.isBlank())
                .toList();
    }

    static String withoutReplyMarks(String subject) {
        return REPLY_MARKS.matcher(subject.strip()).replaceFirst("").strip().toLowerCase(Locale.ROOT);
    }
}
