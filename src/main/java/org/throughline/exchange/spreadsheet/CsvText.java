package org.throughline.exchange.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a file, in the encoding that it names, begins with or turns out to have. */
record CsvText(String text, String encoding, List<String> notes) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LOOKED_AT = 4096;

    static CsvText of(byte[] file, @Nullable Charset named) {
        Charset marked = marked(file);
        if (marked != null) {
            return new CsvText(decoded(file, marked), marked.name(), List.of());
        }
        if (named != null) {
            return new CsvText(decoded(file, named), named.name(), List.of());
        }
        try {
            return new CsvText(strictly(file, StandardCharsets.UTF_8), "UTF-8", List.of());
        } catch (CharacterCodingException otherEncoding) {
            return new CsvText(
                    decoded(file, WINDOWS),
                    "Windows-1252",
                    List.of(
                            "The file is not UTF-8 and was read as Windows-1252. Look whether names with accents are right;"
                                    + " if not, save it as \"CSV UTF-8\"."));
        }
    }

    /** Wide encodings show by their mark, or by the empty half of each plain letter. */
    private static @Nullable Charset marked(byte[] file) {
        int first = file[0] & 0xFF;
        int second = file.length > 1 ? file[1] & 0xFF : 0;
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        int zerosEven = 0;
        int zerosOdd = 0;
        int length = Math.min(LOOKED_AT, file.length);
        for (int at = 0; at < length; at++) {
            if (file[at] == 0) {
                if (at % 2 == 0) {
                    zerosEven++;
                } else {
                    zerosOdd++;
                }
            }
        }
        if (zerosEven + zerosOdd < length / 4) {
            return null;
        }
        return zerosEven > zerosOdd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static String decoded(byte[] file, Charset charset) {
        try {
            return strictly(file, charset);
        } catch (CharacterCodingException wrong) {
            throw new UnreadableSheet(
                    "The file has characters that are not " + charset.name() + ". Save it as \"CSV UTF-8\".", wrong);
        }
    }

    private static String strictly(byte[] file, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableSheet("This is no text file. Export the list as .xlsx or CSV.");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
