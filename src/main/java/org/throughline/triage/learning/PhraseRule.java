package org.throughline.triage.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughline.triage.Phrases.Phrase;

/**
 * A phrase as analysts see it.
 *
 * @param id of a phrase of the build, {@code b-} and a digest
 * @param builtIn true for a phrase of the build
 * @param on whether intake looks for it
 * @param changedBy empty for a phrase of the build that nobody touched
 */
public record PhraseRule(
        String id,
        Phrase phrase,
        boolean builtIn,
        boolean on,
        String changedBy,
        @Nullable Instant changedAt) {}
