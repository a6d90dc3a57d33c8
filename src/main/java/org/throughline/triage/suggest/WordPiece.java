package org.throughline.triage.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Splits text into the pieces that a BERT model knows: small letters without accents, words and punctuation apart, each
 * word from its longest known beginnings. The vocabulary is that of the model's {@code tokenizer.json}.
 */
final class WordPiece {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int begin;
    private final int end;
    private final int unknown;

    WordPiece(InputStream tokenizer) throws IOException {
        JsonNode vocab = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        vocab.properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        begin = id("[CLS]");
        end = id("[SEP]");
        unknown = id("[UNK]");
    }

    /** The ids of the text's pieces between the marks of beginning and end, at most {@code longest} in all. */
    long[] pieces(String text, int longest) {
        List<Integer> ids = new ArrayList<>();
        ids.add(begin);
        for (String word : words(text)) {
            if (ids.size() >= longest - 1) {
                break;
            }
            addPieces(word, ids);
        }
        int kept = Math.min(ids.size(), longest - 1);
        long[] result = new long[kept + 1];
        for (int i = 0; i < kept; i++) {
            result[i] = ids.get(i);
        }
        result[kept] = end;
        return result;
    }

    private static List<String> words(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character)) {
                word.appendCodePoint(character);
            } else {
                flush(word, words);
                if (!Character.isWhitespace(character) && !Character.isISOControl(character)) {
                    words.add(Character.toString(character));
                }
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void addPieces(String word, List<Integer> ids) {
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Integer piece = null;
            while (to > from && piece == null) {
                piece = vocabulary.get((from == 0 ? "" : "##") + word.substring(from, to));
                to--;
            }
            if (piece == null) {
                break;
            }
            pieces.add(piece);
            from = to + 1;
        }
        if (from < word.length()) {
            ids.add(unknown);
        } else {
            ids.addAll(pieces);
        }
    }

    private int id(String mark) {
        return Objects.requireNonNull(vocabulary.get(mark), () -> "The vocabulary has no " + mark);
    }
}
