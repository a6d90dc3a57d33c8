package org.throughline.intake;

import org.springframework.stereotype.Component;
import org.throughline.triage.MessageText;
import org.throughline.triage.SecondOpinion;

/** Asks the model outside about an item, once, before it is read for good; the register keeps the answer. */
@Component
public class AssistantQuestions {

    private final ItemReading reading;
    private final MessageTexts texts;
    private final SecondOpinion second;
    private final ItemOpinions opinions;

    public AssistantQuestions(ItemReading reading, MessageTexts texts, SecondOpinion second, ItemOpinions opinions) {
        this.reading = reading;
        this.texts = texts;
        this.second = second;
        this.opinions = opinions;
    }

    /** Whether there is anybody to ask. */
    public boolean isOn() {
        return second.isOn();
    }

    /** Asks about new work that nobody was asked about yet; an answer to an open request needs no work type. */
    public void ask(String itemId) {
        InboundItem item = reading.item(itemId);
        boolean wanted = reading.disposition(item, null).kind() == Disposition.Kind.NEW_WORK
                && opinions.ofAssistant(itemId).isEmpty();
        if (wanted) {
            MessageText message = texts.of(item);
            second.ask(message, reading.understand(item)).ifPresent(opinion -> opinions.answered(itemId, opinion));
        }
    }
}
