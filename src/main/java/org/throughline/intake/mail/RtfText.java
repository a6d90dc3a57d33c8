package org.throughline.intake.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an RTF document; pictures, tables of fonts and other destinations that nobody reads are left out. */
final class RtfText {

    private static final int DEEPEST = 200;
    private static final Pattern CODE_PAGE = Pattern.compile("\\\\ansicpg(\\d{3,5})");
    private static final Set<String> UNREAD = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "themedata",
            "colorschememapping",
            "datastore",
            "latentstyles",
            "listtable",
            "listoverridetable",
            "generator",
            "fldinst",
            "header",
            "footer",
            "htmltag",
            "mhtmltag",
            "xmlnstbl");

    private final String rtf;
    private final Charset charset;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Boolean> groups = new ArrayDeque<>();
    private boolean skipped;
    private int at;
    private int replaced;

    private RtfText(String rtf) {
        this.rtf = rtf;
        Matcher page = CODE_PAGE.matcher(rtf.substring(0, Math.min(rtf.length(), 2000)));
        this.charset =
                Charsets.named(page.find() ? "windows-" + page.group(1) : null).orElse(Charset.forName("windows-1252"));
    }

    static boolean isRtf(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 6), StandardCharsets.US_ASCII).startsWith("{\\rtf");
    }

    static String of(byte[] bytes) {
        return new RtfText(new String(bytes, StandardCharsets.ISO_8859_1)).read();
    }

    private String read() {
        while (at < rtf.length()) {
            char c = rtf.charAt(at);
            at++;
            if (c == '{') {
                groups.push(skipped);
                skipped |= groups.size() > DEEPEST;
            } else if (c == '}') {
                skipped = !groups.isEmpty() && groups.pop();
            } else if (c == '\\') {
                control();
            } else if (c != '\r' && c != '\n') {
                append(String.valueOf(c));
            }
        }
        return text.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        char c = rtf.charAt(at);
        if (!Character.isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < rtf.length() && Character.isLetter(rtf.charAt(at)) && at - start < 40) {
            at++;
        }
        String word = rtf.substring(start, at);
        int number = at;
        while (at < rtf.length()
                && (Character.isDigit(rtf.charAt(at)) || (at == number && rtf.charAt(at) == '-'))
                && at - number < 9) {
            at++;
        }
        String argument = rtf.substring(number, at);
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        word(word, argument);
    }

    private void symbol(char c) {
        if (c == '\'' && at + 2 <= rtf.length()) {
            int code = Character.digit(rtf.charAt(at), 16) * 16 + Character.digit(rtf.charAt(at + 1), 16);
            at += 2;
            append(code < 0 ? "" : new String(new byte[] {(byte) code}, charset));
        } else if (c == '*') {
            skipped = true;
        } else if (c == '~') {
            append(" ");
        } else if (c == '\\' || c == '{' || c == '}') {
            append(String.valueOf(c));
        } else if (c == '\r' || c == '\n') {
            append("\n");
        }
    }

    private void word(String word, String argument) {
        if (UNREAD.contains(word)) {
            skipped = true;
            return;
        }
        switch (word) {
            case "par", "line", "row", "sect", "page" -> append("\n");
            case "tab", "cell" -> append(word.equals("cell") ? " " : "\t");
            case "u" -> unicode(argument);
            case "bin" -> at = (int) Math.min(rtf.length(), at + (long) number(argument));
            case "emdash", "endash" -> append("-");
            case "lquote", "rquote" -> append("'");
            case "ldblquote", "rdblquote" -> append("\"");
            case "bullet" -> append("*");
            default -> replaced = 0;
        }
    }

    private void unicode(String argument) {
        append(String.valueOf((char) number(argument)));
        replaced = 1;
    }

    private static int number(String argument) {
        return argument.isEmpty() || "-".equals(argument) ? 0 : Integer.parseInt(argument);
    }

    /** After a Unicode character stands one for programs that know none. */
    private void append(String words) {
        if (replaced > 0) {
            replaced--;
        } else if (!skipped) {
            text.append(words);
        }
    }
}
