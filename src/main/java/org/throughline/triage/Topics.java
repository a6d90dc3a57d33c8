package org.throughline.triage;

import java.util.List;
import org.throughline.triage.suggest.Suggestion;

/**
 * What a message is about.
 *
 * @param main the topic that leads, or NONE
 * @param workType the work type that the leading topic usually means
 * @param confidence calibrated probability of that work type, 0 to 1
 * @param spoken score of the lexicon's phrases for the leading topic
 * @param written score of the phrases in the sender's own text for whatever topic they speak for most
 * @param hazardSuspected true where something else than the leading topic may be a hazard
 * @param further other topics that the sender wrote about, in the order of the text
 * @param why what in the text led to it, for people
 * @param suggestion what the suggester said of the whole message
 */
record Topics(
        String main,
        String workType,
        double confidence,
        double spoken,
        double written,
        boolean hazardSuspected,
        List<Intent> further,
        List<String> why,
        Suggestion suggestion) {

    static final String NONE = "NONE";

    boolean speaksOf(String topic) {
        return further.stream().anyMatch(one -> one.topic().equals(topic));
    }

    boolean isOrSpeaksOf(String topic) {
        return main.equals(topic) || speaksOf(topic);
    }
}
