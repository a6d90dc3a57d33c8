package org.throughline.assistant;

import java.util.Collection;
import java.util.Optional;

/**
 * A language model outside the house, if the agency set one up. What it says is one more opinion and never a decision:
 * it may make us less certain and nothing else.
 */
public interface Assistant {

    /** False until an address is configured: nobody is asked, nothing leaves, nothing is spent. */
    boolean isOn();

    /**
     * Asks which work type a message is about. The answer takes no longer than the configured time limit; a provider that
     * is off, slow, broken or answers anything but one of the work types has no opinion.
     *
     * @param text what leaves the house: personal data is masked by the caller
     * @param workTypes the only answers that count
     */
    Optional<Opinion> workType(String channel, String text, Collection<String> workTypes);

    /**
     * What it named.
     *
     * @param confidence as the model gives it, 0 to 1; not calibrated
     * @param modelVersion the model that answered, by the provider's name for it
     */
    record Opinion(String workType, double confidence, String modelVersion) {}
}
