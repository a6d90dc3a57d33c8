package org.throughline.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files that old programs write into the text itself, uuencoded or in yEnc. */
final class InlineFiles {

    private static final Pattern UU_BEGIN = Pattern.compile("^begin [0-7]{3,4} (\\S.{0,300})$");
    private static final Pattern Y_BEGIN = Pattern.compile("^=ybegin .{0,300}?name=(.{1,300})$");

    private InlineFiles() {}

    /** A file in a text; it is incomplete where its end is missing. */
    record InlineFile(String name, byte[] bytes, boolean complete) {}

    /** The text without its files, and the files. */
    record Extracted(byte[] text, List<InlineFile> files) {}

    static Extracted extract(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (!text.contains("begin ")) {
            return new Extracted(body, List.of());
        }
        List<String> lines = text.lines().toList();
        List<InlineFile> files = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text.length());
        int at = 0;
        while (at < lines.size()) {
            Matcher uu = UU_BEGIN.matcher(lines.get(at));
            Matcher yenc = Y_BEGIN.matcher(lines.get(at));
            if (uu.matches() && at + 1 < lines.size() && isUuLine(lines.get(at + 1))) {
                at = uudecode(lines, at + 1, uu.group(1).strip(), files);
            } else if (yenc.matches()) {
                at = ydecode(lines, at + 1, yenc.group(1).strip(), files);
            } else {
                rest.append(lines.get(at)).append('\n');
                at++;
            }
        }
        return files.isEmpty()
                ? new Extracted(body, files)
                : new Extracted(rest.toString().getBytes(StandardCharsets.ISO_8859_1), files);
    }

    private static int uudecode(List<String> lines, int from, String name, List<InlineFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = from;
        while (at < lines.size() && !"end".equals(lines.get(at).strip()) && isUuLine(lines.get(at))) {
            String line = lines.get(at);
            int length = line.isEmpty() ? 0 : (line.charAt(0) - 32) & 63;
            for (int i = 0; i < length; i++) {
                int group = 1 + i / 3 * 4 + i % 3;
                int first = six(line, group);
                int second = six(line, group + 1);
                bytes.write(
                        switch (i % 3) {
                            case 0 -> first << 2 | second >> 4;
                            case 1 -> first << 4 | second >> 2;
                            default -> first << 6 | second;
                        });
            }
            at++;
        }
        boolean complete = at < lines.size() && "end".equals(lines.get(at).strip());
        files.add(new InlineFile(name, bytes.toByteArray(), complete));
        return complete ? at + 1 : at;
    }

    /** A line as long as its first character says; many programs cut the blanks at its end. */
    private static boolean isUuLine(String line) {
        if (line.isEmpty() || "end".equals(line.strip())) {
            return true;
        }
        int length = (line.charAt(0) - 32) & 63;
        int digits = (length + 2) / 3 * 4;
        return line.charAt(0) >= 32
                && line.charAt(0) <= 96
                && line.length() <= digits + 3
                && line.length() >= digits * 3 / 4
                && line.chars().allMatch(c -> c >= 32 && c <= 96);
    }

    private static int six(String line, int at) {
        return at < line.length() ? (line.charAt(at) - 32) & 63 : 0;
    }

    private static int ydecode(List<String> lines, int from, String name, List<InlineFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = from;
        while (at < lines.size() && !lines.get(at).startsWith("=yend")) {
            String line = lines.get(at);
            for (int i = 0; i < line.length() && !line.startsWith("=ypart"); i++) {
                boolean escaped = line.charAt(i) == '=' && i + 1 < line.length();
                i += escaped ? 1 : 0;
                bytes.write(line.charAt(i) - 42 - (escaped ? 64 : 0));
            }
            at++;
        }
        files.add(new InlineFile(name, bytes.toByteArray(), at < lines.size()));
        return Math.min(lines.size(), at + 1);
    }
}
