package org.throughline.triage.suggest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The build's step that learns the suggester from the corpus; does nothing where the corpus is the same as last time. */
public final class TrainModel {

    private static final Logger LOG = LoggerFactory.getLogger(TrainModel.class);

    private TrainModel() {}

    /**
     * Learns the model.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        List<Example> training = Corpus.training();
        List<Example> calibration = Corpus.calibration();
        if (isFrom(file, ModelTrainer.version(training, calibration))) {
            return;
        }
        LOG.info("Learning the work-type suggester from {} examples", training.size());
        try (OnnxSentenceEncoder encoder = new OnnxSentenceEncoder()) {
            SuggestionModel model = new ModelTrainer(encoder, Corpus.parts()).train(training, calibration);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path half = file.resolveSibling(file.getFileName() + ".half");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
                new WorkTypeSuggester(model, encoder).write(out);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            LOG.info("Model {} learned, temperature {}", model.version(), model.temperature());
        }
    }

    private static boolean isFrom(Path file, String version) {
        if (!Files.exists(file)) {
            return false;
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            return SuggestionModel.version(in).equals(version);
        } catch (IOException e) {
            LOG.info("The model of the last build cannot be used: {}", e.toString());
            return false;
        }
    }
}
