package org.throughline.triage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a message asks for beside its main work, as work types; what only follows from a work type is not asked for. */
@Component
public class FurtherAsks {

    private static final Set<String> NO_REQUEST = Set.of("", "NOT_WORK", "UNCLASSIFIED");

    private final Decisions decisions;

    FurtherAsks(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * One further thing asked for.
     *
     * @param hazard true for work that must reach a person whatever the confidence
     * @param start index in {@link OwnText} of the first character that asks for it
     * @param end index after the last one
     */
    public record Ask(String workType, double confidence, boolean hazard, int start, int end) {}

    /** Each further work type once, in the order of the text. */
    public List<Ask> of(Understanding understanding, String mainWorkType) {
        Map<String, Ask> asks = new LinkedHashMap<>();
        for (Intent intent : understanding.further()) {
            Map<String, Object> facts = new HashMap<>(understanding.facts());
            facts.put("topic", intent.topic());
            Map<String, Object> likely = decisions.evaluate("likely-work-type", facts);
            String workType = String.valueOf(likely.getOrDefault("likelyWorkType", ""));
            if (!NO_REQUEST.contains(workType) && !workType.equals(mainWorkType)) {
                asks.putIfAbsent(
                        workType,
                        new Ask(
                                workType,
                                intent.confidence(),
                                "HAZARD".equals(likely.get("caution")),
                                intent.start(),
                                intent.end()));
            }
        }
        return List.copyOf(asks.values());
    }
}
