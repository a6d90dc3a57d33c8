package org.throughline.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the encoded words of RFC 2047; a character cut between two words is put together, a broken word stays. */
final class EncodedWords {

    private static final int LONGEST = 20_000;
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?(.{0,2000}?)\\?=");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private EncodedWords() {}

    static String decode(String header) {
        String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        Matcher word = WORD.matcher(text);
        StringBuilder decoded = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        int at = 0;
        while (word.find()) {
            String between = text.substring(at, word.start());
            String named = charset(word.group(1));
            boolean continues = at > 0 && between.isBlank();
            if (!continues || !named.equals(charset)) {
                decoded.append(Charsets.decode(bytes.toByteArray(), charset));
                bytes.reset();
                decoded.append(continues ? "" : between);
            }
            charset = named;
            bytes.writeBytes(
                    word.group(2).equalsIgnoreCase("B") ? LenientBase64.decode(word.group(3)) : quoted(word.group(3)));
            at = word.end();
        }
        decoded.append(Charsets.decode(bytes.toByteArray(), charset)).append(text.substring(at));
        return decoded.toString();
    }

    /** Decoded, in one line and without superfluous space. */
    static String line(String header) {
        return SPACE.matcher(decode(header)).replaceAll(" ").strip();
    }

    private static String charset(String named) {
        int language = named.indexOf('*');
        return (language < 0 ? named : named.substring(0, language)).toLowerCase(Locale.ROOT);
    }

    private static byte[] quoted(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (raw[i] == '=' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
