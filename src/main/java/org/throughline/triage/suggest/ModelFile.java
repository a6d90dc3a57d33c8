package org.throughline.triage.suggest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** The model that the build learned, on the class path. */
final class ModelFile {

    private static final String RESOURCE = "/triage/suggester.model";

    private ModelFile() {}

    /** @throws IllegalStateException if the build did not learn one */
    static SuggestionModel ofTheBuild() {
        try (InputStream stream = ModelFile.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(
                        RESOURCE + " is not on the class path. Build with mvn process-classes, which learns it.");
            }
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SuggestionModel read(InputStream stream) throws IOException {
        return SuggestionModel.load(new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream))));
    }
}
