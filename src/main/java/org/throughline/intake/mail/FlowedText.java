package org.throughline.intake.mail;

/** Text of {@code format=flowed} (RFC 3676): soft line breaks are undone, quote marks stay. */
final class FlowedText {

    private FlowedText() {}

    static String of(String text, boolean delSp) {
        StringBuilder fixed = new StringBuilder(text.length());
        boolean open = false;
        int depthBefore = 0;
        for (String line : text.lines().toList()) {
            int depth = depth(line);
            String words = line.substring(depth);
            if (words.startsWith(" ")) {
                words = words.substring(1);
            }
            boolean signature = "-- ".equals(words);
            if (open && (depth != depthBefore || signature)) {
                fixed.append('\n');
                open = false;
            }
            if (!open && depth > 0) {
                fixed.append(">".repeat(depth)).append(' ');
            }
            boolean soft = words.endsWith(" ") && !signature;
            fixed.append(soft && delSp ? words.substring(0, words.length() - 1) : words);
            if (!soft) {
                fixed.append('\n');
            }
            open = soft;
            depthBefore = depth;
        }
        return fixed.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
