package org.throughline.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header value with parameters, such as a content type: RFC 2045, the continuations and character sets of RFC 2231, the
 * encoded words that many programs write instead, and what is left of them when they are broken.
 */
record Parameterized(String value, Map<String, String> parameters) {

    private static final int LONGEST = 20_000;
    private static final Pattern NUMBERED = Pattern.compile("([^*]{1,60})\\*(\\d{1,4})(\\*?)");

    static Parameterized of(String header) {
        String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        int first = text.indexOf(';');
        String value = (first < 0 ? text : text.substring(0, first)).strip();
        return new Parameterized(
                token(value).toLowerCase(Locale.ROOT), first < 0 ? Map.of() : parameters(text, first + 1));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(found -> !found.isBlank());
    }

    /** The first word, without comment and quotes. */
    static String token(String value) {
        String bare = value.replaceAll("\\([^)]*\\)", " ").replace("\"", "").strip();
        Matcher end = Pattern.compile("[\\s,;]").matcher(bare);
        return end.find() ? bare.substring(0, end.start()) : bare;
    }

    private static Map<String, String> parameters(String text, int from) {
        Map<String, String> plain = new HashMap<>();
        Map<String, TreeMap<Integer, String>> pieces = new HashMap<>();
        int at = from;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            int start = Math.max(at, text.lastIndexOf(';', equals) + 1);
            String name = text.substring(start, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            at = value(text, equals + 1, value);
            Matcher numbered = NUMBERED.matcher(name);
            if (numbered.matches()) {
                pieces.computeIfAbsent(numbered.group(1), key -> new TreeMap<>())
                        .put(Integer.parseInt(numbered.group(2)), numbered.group(3) + "|" + value);
            } else if (name.endsWith("*")) {
                pieces.computeIfAbsent(name.substring(0, name.length() - 1), key -> new TreeMap<>())
                        .putIfAbsent(0, "*|" + value);
            } else {
                plain.putIfAbsent(name, value.toString());
            }
        }
        plain.replaceAll((name, value) -> EncodedWords.decode(value));
        pieces.forEach((name, parts) -> plain.put(name, joined(parts)));
        return plain;
    }

    /** Reads a value, quoted or not, and returns where the next parameter begins. */
    private static int value(String text, int from, StringBuilder value) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                boolean escaped = text.charAt(at) == '\\'
                        && at + 1 < text.length()
                        && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
                at += escaped ? 1 : 0;
                value.append(text.charAt(at));
                at++;
            }
            int next = text.indexOf(';', at);
            return next < 0 ? text.length() : next + 1;
        }
        int end = text.indexOf(';', at);
        int stop = end < 0 ? text.length() : end;
        value.append(text.substring(at, stop).strip());
        return stop + 1;
    }

    /** The pieces in their order; an encoded character may be cut between two of them. */
    private static String joined(TreeMap<Integer, String> parts) {
        String charset = null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map.Entry<Integer, String> part : parts.entrySet()) {
            boolean encoded = part.getValue().startsWith("*");
            String piece = part.getValue().substring(part.getValue().indexOf('|') + 1);
            if (encoded && part.getKey() == 0) {
                int first = piece.indexOf('\'');
                int second = piece.indexOf('\'', first + 1);
                if (second > 0) {
                    charset = piece.substring(0, first);
                    piece = piece.substring(second + 1);
                }
            }
            bytes.writeBytes(encoded ? percentDecoded(piece) : piece.getBytes(StandardCharsets.UTF_8));
        }
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset));
    }

    private static byte[] percentDecoded(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (raw[i] == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
