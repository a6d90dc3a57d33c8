package org.throughline.triage.suggest;

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

    /** The suggester that new messages are read by. */
    public WorkTypeSuggester current() {
        return current;
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
