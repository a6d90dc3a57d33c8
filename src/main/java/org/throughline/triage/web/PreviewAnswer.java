package org.throughline.triage.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.privacy.SensitiveNumbers;
import org.throughline.triage.EntityKeys;
import org.throughline.triage.Triage;
import org.throughline.triage.Understanding;

/** The answer of a preview: the main request first, the others in the order of the text. */
record PreviewAnswer(List<PreviewRequest> requests, List<String> flags) {

    static List<PreviewRequest> requests(Triage.Outlook outlook) {
        List<PreviewRequest> requests = new ArrayList<>();
        for (Triage.Planned planned : outlook.planned()) {
            Map<String, Object> routing = planned.routing();
            requests.add(new PreviewRequest(
                    planned.workType(),
                    planned.confidence(),
                    requests.isEmpty() ? outlook.alternatives() : List.of(),
                    EntityKeys.of(outlook.understanding()),
                    text(routing, "priority"),
                    new License(
                            Boolean.TRUE.equals(routing.get("licenseRequired")),
                            text(routing, "licenseState").isEmpty() ? null : text(routing, "licenseState"),
                            list(text(routing, "licenseLines"))),
                    text(routing, "route"),
                    text(routing, "queue"),
                    text(routing, "humanGate"),
                    text(routing, "workflow"),
                    reasons(outlook.understanding(), planned)));
        }
        return requests;
    }

    private static List<String> reasons(Understanding understanding, Triage.Planned planned) {
        List<String> reasons = new ArrayList<>();
        understanding.reasons().forEach(why -> reasons.add("In the text: " + SensitiveNumbers.mask(why) + "."));
        reasons.add("Classification " + planned.classification() + ".");
        String stop = text(planned.routing(), "stopReason");
        if (!stop.isEmpty()) {
            reasons.add("Not straight through: " + stop);
        }
        understanding.missing().forEach(field -> reasons.add("Missing: " + field + "."));
        return reasons;
    }

    private static String text(Map<String, Object> values, String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    private static List<String> list(String commaSeparated) {
        return commaSeparated.isBlank() ? List.of() : Arrays.asList(commaSeparated.split(",", -1));
    }

    /** One request as it would be opened. */
    record PreviewRequest(
            String workType,
            double confidence,
            List<Triage.Alternative> alternatives,
            Map<String, Object> entities,
            String priority,
            License license,
            String route,
            String queue,
            String humanGate,
            String workflow,
            List<String> reasons) {}

    /** The license that the work needs. */
    record License(boolean required, @Nullable String state, List<String> lines) {}
}
