package org.throughline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.triage.FurtherAsks;
import org.throughline.triage.FurtherAsks.Ask;
import org.throughline.triage.Understanding;

/** Says which requests an item opens: its main work and each further thing that the table wants a request for. */
@Component
public class ItemSplitting {

    private static final String NO_MARK = "NONE";
    private static final Set<String> NEVER_SPLIT = Set.of("NOT_WORK", "UNCLASSIFIED");

    private static final Set<String> NEVER_FURTHER = Set.of("NONE", "NOT_WORK", "UNCLASSIFIED");

    private final ItemReading reading;
    private final FurtherAsks furtherAsks;
    private final ItemDecisions decisions;

    public ItemSplitting(ItemReading reading, FurtherAsks furtherAsks, ItemDecisions decisions) {
        this.reading = reading;
        this.furtherAsks = furtherAsks;
        this.decisions = decisions;
    }

    /**
     * Work types to open a request for, the main one first, each once.
     *
     * @param chosen further work types that a person chose, comma separated, NONE for none; empty asks the table
     * @param read what was understood of the item; empty where that has to be read again
     */
    public List<String> asksOf(String itemId, String mainWorkType, String chosen, Optional<Understanding> read) {
        List<String> asks = new ArrayList<>(List.of(mainWorkType));
        if (NEVER_SPLIT.contains(mainWorkType)) {
            return asks;
        }
        Understanding understanding = read.orElseGet(() -> reading.understand(reading.item(itemId)));
        if (!mayBeSplit(understanding)) {
            return asks;
        }
        if (!chosen.isBlank()) {
            Arrays.stream(chosen.split(",", -1))
                    .map(String::strip)
                    .filter(type -> !type.isEmpty() && !type.equals(mainWorkType) && !NEVER_FURTHER.contains(type))
                    .distinct()
                    .forEach(asks::add);
        } else {
            furtherAsks.of(understanding, mainWorkType).stream()
                    .filter(ask -> opens(ask, understanding))
                    .map(Ask::workType)
                    .forEach(asks::add);
        }
        return asks;
    }

    /** False for a message that looks like an attack or is marked as no work: it stays in one piece. */
    static boolean mayBeSplit(Understanding understanding) {
        return NO_MARK.equals(understanding.facts().get("mark"))
                && !Boolean.TRUE.equals(understanding.facts().get("securityFlag"));
    }

    private boolean opens(Ask ask, Understanding understanding) {
        Map<String, Object> decided = decisions.decide(
                "further-request",
                Map.of(
                        "confidence", ask.confidence(),
                        "hazard", ask.hazard(),
                        "senderRole", understanding.identity().senderRole().name()));
        return "OPEN".equals(decided.get("furtherRequest"));
    }
}
