package org.throughline.intake;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.assistant.AiOutput;
import org.throughline.assistant.AiOutput.Source;
import org.throughline.assistant.AiOutputs;
import org.throughline.assistant.AiOutputs.Registered;
import org.throughline.triage.suggest.Suggestion;

/** What models said about items, as the register has it. */
@Component
public class ItemOpinions {

    private final AiOutputs outputs;

    public ItemOpinions(AiOutputs outputs) {
        this.outputs = outputs;
    }

    /** Keeps what the suggester named for an item, in the current transaction. */
    public void suggested(String itemId, Suggestion suggestion) {
        outputs.add(AiOutput.classification(
                Source.SUGGESTER,
                suggestion.modelVersion(),
                suggestion.first().workType(),
                suggestion.first().probability(),
                itemId));
    }

    /** The model that each of these items was classified with; items that were not are left out. */
    public Map<String, String> modelVersions(Collection<String> itemIds) {
        return outputs.ofItems(itemIds).stream()
                .map(Registered::output)
                .filter(output -> output.source() == Source.SUGGESTER && output.itemId() != null)
                .collect(Collectors.toMap(
                        output -> String.valueOf(output.itemId()), AiOutput::modelVersion, (first, again) -> again));
    }
}
