package org.throughline.intake.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole messages that somebody saved in two-byte characters. */
final class WideText {

    private WideText() {}

    /** The same text in UTF-8, in the spool. */
    static Slice narrowed(Slice wide, Spool spool) throws IOException {
        Charset charset = Charsets.wideCharset(wide.head(4000)).orElse(StandardCharsets.UTF_16);
        Path file = spool.file();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(wide.open(), charset));
                Writer out = Files.newBufferedWriter(file)) {
            in.transferTo(out);
        }
        return Slice.whole(file);
    }
}
