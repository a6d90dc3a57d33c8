package org.throughline.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.triage.MessageText;
import org.throughline.triage.OwnText;
import org.throughline.triage.Understanding;

/** Whether a message says nothing but what an earlier one said. */
final class SameWords {

    private static final double NEARLY_ALL = 0.9;
    private static final String REPEAT = "REPEAT_CONTACT";
    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\d]+");
    private static final Pattern NUMBER = Pattern.compile(".*\\d.*");

    private SameWords() {}

    /** True where the later message repeats the earlier one's words, or says of itself that it repeats, and adds nothing. */
    static boolean say(MessageText later, Understanding read, MessageText earlier, Understanding before) {
        Set<String> now = words(OwnText.of(later));
        Set<String> then = words(
                earlier.subject() + "\n" + earlier.body() + "\n" + earlier.forwarded() + "\n" + attached(earlier));
        boolean newNumber = now.stream().anyMatch(word -> NUMBER.matcher(word).matches() && !then.contains(word));
        if (newNumber || otherFile(later, earlier)) {
            return false;
        }
        return agrees(read.entities().holderName(), before.entities().holderName())
                && (read.flags().contains(REPEAT) || mostly(now, then));
    }

    private static boolean agrees(@Nullable String now, @Nullable String then) {
        return now == null || now.equalsIgnoreCase(then);
    }

    private static boolean mostly(Set<String> now, Set<String> then) {
        return !now.isEmpty() && now.stream().filter(then::contains).count() >= NEARLY_ALL * now.size();
    }

    private static boolean otherFile(MessageText later, MessageText earlier) {
        return later.attachments().stream()
                .anyMatch(file -> earlier.attachments().stream().noneMatch(file::equals));
    }

    private static String attached(MessageText message) {
        StringBuilder text = new StringBuilder();
        message.attachments().forEach(file -> text.append(file.text()).append('\n'));
        return text.toString();
    }

    private static Set<String> words(String text) {
        return SPACE.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
