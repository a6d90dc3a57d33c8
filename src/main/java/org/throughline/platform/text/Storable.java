package org.throughline.platform.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;

/** Text as every database keeps it: PostgreSQL stores no NUL, and half of a surrogate pair is no character. */
public final class Storable {

    private Storable() {}

    /** Leaves out what cannot be stored. */
    public static String text(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder fitting = new StringBuilder(text.length());
        text.codePoints().filter(Storable::fits).forEach(fitting::appendCodePoint);
        return fitting.toString();
    }

    /** Nearly every text is; those with pairs are looked at more closely. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(int c) {
        return c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Has the texts in JSON that comes in read so, as one of them refuses the whole row or the whole answer. */
    public static Module json() {
        return new SimpleModule("storable").addDeserializer(String.class, new Reading());
    }

    private static final class Reading extends StringDeserializer {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String read = super.deserialize(parser, context);
            return read == null ? read : text(read);
        }
    }
}
