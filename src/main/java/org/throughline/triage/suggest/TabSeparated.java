package org.throughline.triage.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables that analysts keep as text: a header line, then a row a line, its cells parted by tabs; blank lines are skipped. */
public final class TabSeparated {

    private TabSeparated() {}

    /**
     * The rows of a table on the class path, without its header.
     *
     * @throws IllegalStateException if it is not there
     */
    public static List<List<String>> rows(String resource) {
        try (InputStream stream = TabSeparated.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
