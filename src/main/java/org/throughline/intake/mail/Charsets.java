package org.throughline.intake.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text whose character set may be missing, unknown or wrong. A name that promises less than programs mean by it
 * stands for the larger set, as in browsers.
 */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String UTF_7 = "utf-7";
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("unicode-1-1-utf-7", UTF_7),
            Map.entry("utf7", UTF_7),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("unicode", "UTF-16"));

    private Charsets() {}

    /**
     * Decoded text.
     *
     * @param guessed true where the bytes said nothing about their character set, so that letters may be wrong
     */
    record Decoded(String text, boolean guessed) {}

    /** True where the named character set can be decoded. */
    static boolean knows(String name) {
        return UTF_7.equals(meant(name)) || named(name).isPresent();
    }

    /** The named character set, if this machine knows it. */
    static Optional<Charset> named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(meant(name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static String meant(String name) {
        String bare = name.replace("\"", "").replace("'", "").strip().toLowerCase(Locale.ROOT);
        return MEANT.getOrDefault(bare, bare);
    }

    /** The text in the named character set where the bytes allow it, else in the one that they look like. */
    static String decode(byte[] bytes, @Nullable String name) {
        return decoded(bytes, name).text();
    }

    static Decoded decoded(byte[] bytes, @Nullable String name) {
        Optional<Charset> marked = byteOrderMark(bytes).or(() -> wide(bytes));
        if (marked.isPresent()) {
            String text = new String(bytes, marked.get());
            return new Decoded(text.startsWith("\ufeff") ? text.substring(1) : text, false);
        }
        if (name != null && UTF_7.equals(meant(name))) {
            return new Decoded(Utf7.decode(new String(bytes, StandardCharsets.ISO_8859_1)), false);
        }
        Optional<String> asUtf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (asUtf8.isPresent() && !isAscii(bytes)) {
            Optional<Charset> declared = named(name).filter(Charsets::isMultiByte);
            return new Decoded(declared.flatMap(set -> strictly(bytes, set)).orElseGet(asUtf8::get), false);
        }
        Optional<Charset> declared = named(name)
                .or(() -> hasEscapes(bytes) ? named("iso-2022-jp") : Optional.empty())
                .filter(set -> !isAscii(bytes) || !set.name().startsWith("UTF-"));
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.US_ASCII)) {
            Charset set = declared.get();
            boolean wrong = set.equals(StandardCharsets.UTF_8) && asUtf8.isEmpty();
            return wrong ? new Decoded(new String(bytes, WESTERN), true) : new Decoded(new String(bytes, set), false);
        }
        return asUtf8.map(text -> new Decoded(text, false))
                .orElseGet(() -> new Decoded(new String(bytes, WESTERN), true));
    }

    /** Text in one of these can be valid UTF-8 by chance only; a byte of any other set hardly ever is. */
    private static boolean isMultiByte(Charset set) {
        return Arrays.asList("GB18030", "Big5", "windows-31j", "x-windows-949", "EUC-JP")
                .contains(set.name());
    }

    /** The character set of two-byte text, by its mark or its look. */
    static Optional<Charset> wideCharset(byte[] start) {
        return byteOrderMark(start)
                .filter(set -> !set.equals(StandardCharsets.UTF_8))
                .or(() -> wide(start));
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        if (bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    /** Two-byte text without a mark has a zero in nearly every other place. */
    private static Optional<Charset> wide(byte[] bytes) {
        int looked = Math.min(bytes.length, 2000);
        int[] zeros = new int[2];
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (looked < 4 || zeros[0] + zeros[1] < looked / 4) {
            return Optional.empty();
        }
        if (zeros[0] > 4 * zeros[1]) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return zeros[1] > 4 * zeros[0] ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasEscapes(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    /** Empty where a byte does not fit; the end of a text that has other such characters may be cut within one. */
    private static Optional<String> strictly(byte[] bytes, Charset set) {
        CharsetDecoder decoder = set.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (decoder.decode(in, text, false).isError()) {
            return Optional.empty();
        }
        boolean cut = in.hasRemaining();
        boolean others = text.position() < bytes.length - in.remaining();
        return cut && !others ? Optional.empty() : Optional.of(text.flip().toString());
    }
}
