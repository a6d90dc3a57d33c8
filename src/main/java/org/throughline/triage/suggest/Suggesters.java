package org.throughline.triage.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The suggester in use. It can be replaced while messages come in; who began with the old one ends with it. */
@Component
public class Suggesters {

    private static final Logger LOG = LoggerFactory.getLogger(Suggesters.class);

    private final @Nullable SentenceEncoder encoder;
    private volatile WorkTypeSuggester current;

    public Suggesters() {
        encoder = encoder();
        current = new WorkTypeSuggester(ModelFile.ofTheBuild(), encoder);
    }

    /** A suggester that is there already, with the encoder by which others are learned. */
    public Suggesters(WorkTypeSuggester first, SentenceEncoder encoder) {
        this.encoder = encoder;
        this.current = first;
    }

    /** The suggester that new messages are read by. */
    public WorkTypeSuggester current() {
        return current;
    }

    /** Reads new messages by another suggester from now on. */
    public void use(WorkTypeSuggester suggester) {
        LOG.info("Work types are suggested by the model {} from now on", suggester.modelVersion());
        current = suggester;
    }

    /** Whether a model can be learned on this machine. */
    public boolean canLearn() {
        return encoder != null;
    }

    /** Which model these examples would lead to. */
    public static String version(List<Example> training, List<Example> calibration) {
        return ModelTrainer.version(training, calibration);
    }

    /**
     * Learns a suggester; takes minutes.
     *
     * @throws IllegalStateException if the sentence model does not run here
     */
    public WorkTypeSuggester learn(List<Example> training, List<Example> calibration, LearningProgress progress) {
        if (encoder == null) {
            throw new IllegalStateException("The sentence model does not run on this machine, so nothing is learned.");
        }
        return new WorkTypeSuggester(new ModelTrainer(encoder).train(training, calibration, progress), encoder);
    }

    /**
     * Reads what {@link WorkTypeSuggester#write} wrote.
     *
     * @throws IOException if the bytes are not a model of this version of the application
     */
    public WorkTypeSuggester read(InputStream stream) throws IOException {
        return new WorkTypeSuggester(ModelFile.read(stream), encoder);
    }

    /** The native runtime does not exist for every system; words and phrases go on without it. */
    private static @Nullable SentenceEncoder encoder() {
        try {
            return new OnnxSentenceEncoder();
        } catch (IllegalStateException | LinkageError e) {
            LOG.warn("The sentence model does not run here; work types are suggested by words and phrases alone", e);
            return null;
        }
    }
}
