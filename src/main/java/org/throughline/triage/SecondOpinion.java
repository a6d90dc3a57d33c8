package org.throughline.triage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.assistant.Assistant;
import org.throughline.assistant.Assistant.Opinion;
import org.throughline.triage.suggest.Corpus;

/**
 * What the model outside makes of a message. It is asked apart from reading, since reading calls nobody, and heard as one
 * fact among others: whether it names the work that the tables find likely.
 */
@Component
public class SecondOpinion {

    private static final String FACT = "assistantOpinion";
    private static final String NO_MARK = "NONE";

    private final Assistant assistant;
    private final Triage triage;

    SecondOpinion(Assistant assistant, Triage triage) {
        this.assistant = assistant;
        this.triage = triage;
    }

    /** False where no model outside is set up. */
    public boolean isOn() {
        return assistant.isOn();
    }

    /**
     * Asks about a message, masked; takes as long as the assistant's time limit at most. It is not asked about an attack
     * or about what is plainly no work.
     */
    public Optional<Opinion> ask(MessageText message, Understanding understanding) {
        Map<String, Object> facts = understanding.facts();
        boolean plain = NO_MARK.equals(facts.get("mark")) && !Boolean.TRUE.equals(facts.get("securityFlag"));
        return plain && assistant.isOn()
                ? assistant.workType(message.channel(), OutsideText.of(message, understanding), Corpus.WORK_TYPES)
                : Optional.empty();
    }

    /** The same understanding, with the fact that the tables read: AGREES or DISAGREES. */
    public Understanding heard(Understanding read, String workType) {
        Map<String, Object> facts = new HashMap<>(read.facts());
        facts.put(FACT, triage.likelyWorkType(read).equals(workType) ? "AGREES" : "DISAGREES");
        return new Understanding(
                read.identity(),
                read.entities(),
                Map.copyOf(facts),
                read.missing(),
                read.flags(),
                read.further(),
                read.reasons(),
                read.suggestion());
    }
}
