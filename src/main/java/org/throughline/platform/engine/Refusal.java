package org.throughline.platform.engine;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.BadUserRequestException;

/**
 * What somebody wants to do cannot be done like that. The message is a sentence for that person and says what to do; it is
 * the answer, wherever the engine was when it was refused.
 */
public class Refusal extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    public Refusal(@Nullable String sentence) {
        super(sentence);
    }

    public Refusal(@Nullable String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The refusal that brought about a failure, however the engine wrapped it. */
    static Optional<Refusal> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
    }
}
