package org.throughline.triage.suggest;

import java.util.List;
import java.util.Optional;

/**
 * A part of a message, as somebody marked it who read the whole.
 *
 * @param workTypes what this part asks for; none where it only explains, greets or tells what is done
 * @param channel as in {@link Example}
 * @param sender as in {@link Example}
 */
public record Part(List<String> workTypes, String channel, String sender, String text) {

    boolean asks() {
        return !workTypes.isEmpty();
    }

    /** The part as a message of its own, where it asks for one thing. */
    Optional<Example> example() {
        return workTypes.size() == 1
                ? Optional.of(new Example(workTypes.get(0), channel, sender, "", text))
                : Optional.empty();
    }
}
