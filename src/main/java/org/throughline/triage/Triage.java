package org.throughline.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what an item would become: its requests, their routes and why, without any effect. */
@Component
public class Triage {

    private static final String WORK_TYPE = "work-type";
    private static final String ROUTING = "request-routing";
    private static final Set<String> ENDS_HERE = Set.of("NOT_WORK", "UNCLASSIFIED");
    private static final double FURTHER_CERTAINTY = 0.72;
    private static final int ALTERNATIVES = 3;

    private final MessageReader reader;
    private final Decisions decisions;
    private final RoutingInputs routingInputs;

    Triage(MessageReader reader, Decisions decisions, RoutingInputs routingInputs) {
        this.reader = reader;
        this.decisions = decisions;
        this.routingInputs = routingInputs;
    }

    /** Reads a message and decides about all it asks for, the main request first. */
    public Outlook look(MessageText message) {
        Understanding understanding = reader.read(message);
        Map<String, Object> decided = decisions.evaluate(WORK_TYPE, understanding.facts());
        String workType = text(decided, "workType");
        List<Planned> planned = new ArrayList<>();
        planned.add(plan(understanding, workType, number(decided, "confidence"), text(decided, "classification")));
        for (String further : workTypesBeside(understanding, workType, true)) {
            planned.add(plan(understanding, further, FURTHER_CERTAINTY, "SUGGEST"));
        }
        return new Outlook(understanding, planned, alternatives(understanding, workType));
    }

    /**
     * Work that the message asks for beside the main work type, however faintly, in the order of the text: other topics,
     * and what follows from a type by itself (a certificate after an additional insured endorsement).
     */
    public List<String> furtherWorkTypes(Understanding understanding, String mainWorkType) {
        return workTypesBeside(understanding, mainWorkType, false);
    }

    private List<String> workTypesBeside(Understanding understanding, String mainWorkType, boolean opened) {
        if (ENDS_HERE.contains(mainWorkType)) {
            return List.of();
        }
        Set<String> types = new LinkedHashSet<>();
        for (Intent intent : understanding.further()) {
            Map<String, Object> likely = byTopic(understanding, intent.topic());
            if (!opened || opens(intent, likely, understanding)) {
                types.add(text(likely, "likelyWorkType"));
                types.add(text(likely, "followOn"));
            }
        }
        types.add(text(byTopic(understanding, text(understanding.facts(), "topic")), "followOn"));
        types.removeAll(ENDS_HERE);
        types.remove("");
        types.remove(mainWorkType);
        return List.copyOf(types);
    }

    /** The work type that the tables find likely, before they ask how certain that is. */
    public String likelyWorkType(Understanding understanding) {
        return text(decisions.evaluate("likely-work-type", understanding.facts()), "likelyWorkType");
    }

    private Planned plan(Understanding understanding, String workType, double confidence, String classification) {
        Map<String, Object> routing =
                decisions.evaluate(ROUTING, routingInputs.of(understanding.facts(), workType, classification));
        return new Planned(workType, confidence, classification, routing);
    }

    private static List<Alternative> alternatives(Understanding understanding, String workType) {
        return understanding.suggestion().ranked().stream()
                .filter(one -> !one.workType().equals(workType))
                .limit(ALTERNATIVES)
                .map(one -> new Alternative(one.workType(), Math.round(one.probability() * 1000) / 1000.0))
                .toList();
    }

    private boolean opens(Intent intent, Map<String, Object> likely, Understanding understanding) {
        Map<String, Object> decided = decisions.evaluate(
                "further-request",
                Map.of(
                        "confidence", intent.confidence(),
                        "hazard", "HAZARD".equals(likely.get("caution")),
                        "senderRole", understanding.identity().senderRole().name()));
        return "OPEN".equals(decided.get("furtherRequest"));
    }

    private Map<String, Object> byTopic(Understanding understanding, String topic) {
        Map<String, Object> facts = new HashMap<>(understanding.facts());
        facts.put("topic", topic);
        return decisions.evaluate("likely-work-type", facts);
    }

    private static String text(Map<String, Object> values, String name) {
        @Nullable Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    private static double number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    /** What would become of an item. */
    public record Outlook(Understanding understanding, List<Planned> planned, List<Alternative> alternatives) {}

    /**
     * One request as it would be opened.
     *
     * @param routing outputs of {@code request-routing}
     */
    public record Planned(String workType, double confidence, String classification, Map<String, Object> routing) {}

    /** Another type it could be. */
    public record Alternative(String workType, double confidence) {}
}
