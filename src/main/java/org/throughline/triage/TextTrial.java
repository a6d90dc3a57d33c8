package org.throughline.triage;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.WorkTypeSuggester.Near;

/** Shows how a text is understood and why, with no effect. */
@Component
public class TextTrial {

    private static final int NEAREST = 5;

    private final Triage triage;
    private final Lexicon lexicon;
    private final Suggesters suggesters;

    TextTrial(Triage triage, Lexicon lexicon, Suggesters suggesters) {
        this.triage = triage;
        this.lexicon = lexicon;
        this.suggesters = suggesters;
    }

    /**
     * How a text was understood.
     *
     * @param nearest the learned examples nearest to it, by their place in what the model was learned from
     * @param fired the phrases that were found in it
     */
    public record Trial(Triage.Outlook outlook, List<Near> nearest, List<FiredPhrase> fired) {}

    /** A phrase that was found, in which words, and how much it speaks for its topic. */
    public record FiredPhrase(String topic, String pattern, double weight, String why, String words) {}

    public Trial of(MessageText message) {
        MessageParts parts = MessageParts.of(message);
        return new Trial(
                triage.look(message),
                suggesters.current().nearest(TopicReader.text(parts), NEAREST),
                lexicon.fired(parts).stream()
                        .map(one -> new FiredPhrase(one.topic(), one.phrase(), one.weight(), one.why(), one.words()))
                        .toList());
    }
}
