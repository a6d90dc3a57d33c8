package org.throughline.triage.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.PerAgency;

/**
 * The suggester in use. It can be replaced while messages come in; who began with the old one ends with it. The model of
 * the build takes seconds to load, so it is loaded beside the start of everything else, which waits for it at its end.
 */
@Component
public class Suggesters implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Suggesters.class);

    private final CompletableFuture<Optional<SentenceEncoder>> encoder;
    private final CompletableFuture<WorkTypeSuggester> first;
    private final PerAgency<WorkTypeSuggester> current;
    private final Supplier<List<Part>> parts;

    /** The suggester of the build for every agency, until it has learned one of its own. */
    @Autowired
    public Suggesters(AgencyProfile agency) {
        encoder = loading();
        first = suggester(encoder);
        current = new PerAgency<>(agency, first::join);
        parts = Corpus::parts;
    }

    /** The suggester of the build, for whichever agency. */
    public Suggesters() {
        encoder = loading();
        first = suggester(encoder);
        current = PerAgency.same(first::join);
        parts = Corpus::parts;
    }

    /**
     * A suggester that is there already.
     *
     * @param encoder by which others are learned
     * @param parts what they are learned from beside their examples
     */
    public Suggesters(WorkTypeSuggester first, SentenceEncoder encoder, List<Part> parts) {
        this.encoder = CompletableFuture.completedFuture(Optional.of(encoder));
        this.first = CompletableFuture.completedFuture(first);
        this.current = PerAgency.same(() -> first);
        this.parts = () -> parts;
    }

    private static CompletableFuture<Optional<SentenceEncoder>> loading() {
        return CompletableFuture.supplyAsync(Suggesters::load, task -> new Thread(task, "suggester-load").start());
    }

    private static CompletableFuture<WorkTypeSuggester> suggester(
            CompletableFuture<Optional<SentenceEncoder>> encoder) {
        return encoder.thenApply(loaded -> new WorkTypeSuggester(ModelFile.ofTheBuild(), loaded.orElse(null)));
    }

    /** A build whose model cannot be read does not start. */
    @Override
    public void afterSingletonsInstantiated() {
        first.join();
    }

    /** The suggester that new messages are read by. */
    public WorkTypeSuggester current() {
        return current.get();
    }

    /** The suggester that came with the application. */
    public WorkTypeSuggester first() {
        return first.join();
    }

    /** Reads new messages by another suggester from now on. */
    public void use(WorkTypeSuggester suggester) {
        LOG.info("Work types are suggested by the model {} from now on", suggester.modelVersion());
        current.set(suggester);
    }

    /** Whether a model can be learned on this machine. */
    public boolean canLearn() {
        return encoder.join().isPresent();
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
        SentenceEncoder loaded = encoder.join()
                .orElseThrow(() -> new IllegalStateException(
                        "The sentence model does not run on this machine, so nothing is learned."));
        return new WorkTypeSuggester(
                new ModelTrainer(loaded, parts.get()).train(training, calibration, progress), loaded);
    }

    /**
     * Reads what {@link WorkTypeSuggester#write} wrote.
     *
     * @throws IOException if the bytes are not a model of this version of the application
     */
    public WorkTypeSuggester read(InputStream stream) throws IOException {
        return new WorkTypeSuggester(ModelFile.read(stream), encoder.join().orElse(null));
    }

    /** The native runtime does not exist for every system; words and phrases go on without it. */
    private static Optional<SentenceEncoder> load() {
        try {
            return Optional.of(new OnnxSentenceEncoder());
        } catch (IllegalStateException | LinkageError e) {
            LOG.warn("The sentence model does not run here; work types are suggested by words and phrases alone", e);
            return Optional.empty();
        }
    }
}
