package org.throughline.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.assistant.AiOutput;
import org.throughline.assistant.AiOutput.Source;
import org.throughline.assistant.AiOutputs;
import org.throughline.assistant.AiOutputs.Registered;
import org.throughline.assistant.Assistant.Opinion;
import org.throughline.triage.SecondOpinion;
import org.throughline.triage.Understanding;
import org.throughline.triage.suggest.Suggestion;

/** What models said about items, as the register has it. */
@Component
public class ItemOpinions {

    private final AiOutputs outputs;
    private final SecondOpinion second;

    public ItemOpinions(AiOutputs outputs, SecondOpinion second) {
        this.outputs = outputs;
        this.second = second;
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

    /** Keeps what the model outside named for an item, in the current transaction. */
    public void answered(String itemId, Opinion opinion) {
        outputs.add(AiOutput.classification(
                Source.ASSISTANT, opinion.modelVersion(), opinion.workType(), opinion.confidence(), itemId));
    }

    /** What the model outside named for an item; nothing where none is set up or it had no opinion. */
    public Optional<AiOutput> ofAssistant(String itemId) {
        return second.isOn()
                ? outputs.ofItems(List.of(itemId)).stream()
                        .map(Registered::output)
                        .filter(output -> output.source() == Source.ASSISTANT && output.workType() != null)
                        .reduce((first, last) -> last)
                : Optional.empty();
    }

    /** What was understood of an item, with what the model outside made of it as a fact. */
    public Understanding heard(String itemId, Understanding read) {
        return ofAssistant(itemId)
                .map(AiOutput::workType)
                .map(workType -> second.heard(read, workType))
                .orElse(read);
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
