package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample items of the practice agency, read and routed; what may differ from their labels is listed with its reason. */
class SamplesTest {

    /** Labels that say AUTOMATION for work that a person still does: the level of these types is APPROVE_ALL. */
    private static final List<String> NOT_AUTOMATED_YET = List.of("S015", "S030", "S039", "S045", "S046");

    private static final List<String> ALLOWED = List.of(
            // A repeat is recognized as one only where the open request is known.
            "S065 further CONTRACT_REVIEW not ");

    private final Desk desk = new Desk();
    private final JsonNode samples = PracticeBookIndex.read("src/main/resources/sandbox/inbound-items.json");

    @Test
    void agreesWithTheLabels() {
        List<String> differences = new ArrayList<>();
        for (JsonNode sample : samples) {
            Triage.Outlook outlook = desk.look(Desk.sample(sample));
            Triage.Planned main = outlook.planned().get(0);
            Map<String, Object> routing = main.routing();
            JsonNode labels = sample.get("labels");
            String id = sample.get("id").asText();
            compare(differences, id, "workType", labels.get("workType").asText(), main.workType());
            for (String name : List.of("priority", "route", "queue", "humanGate")) {
                compare(differences, id, name, labels.get(name).asText(), String.valueOf(routing.get(name)));
            }
            compare(
                    differences,
                    id,
                    "licenseRequired",
                    labels.get("licenseRequired").asText(),
                    String.valueOf(routing.get("licenseRequired")));
            compare(
                    differences,
                    id,
                    "licenseState",
                    text(labels.get("licenseState")),
                    String.valueOf(routing.get("licenseState")));
            compare(
                    differences,
                    id,
                    "licenseLine",
                    text(labels.get("licenseLine")),
                    String.valueOf(routing.get("licenseLines")));
            List<String> further = outlook.planned().stream()
                    .skip(1)
                    .map(Triage.Planned::workType)
                    .toList();
            List<String> expected = new ArrayList<>();
            labels.get("secondaryWorkTypes").forEach(type -> expected.add(type.asText()));
            compare(differences, id, "further", String.join("+", expected), String.join("+", further));
        }

        List<String> allowed = new ArrayList<>(ALLOWED);
        for (String id : NOT_AUTOMATED_YET) {
            allowed.add(id + " route LICENSED_STAFF not AUTOMATION");
            allowed.add(id + " humanGate STAFF_ACTION not NONE");
        }
        assertThat(differences).containsExactlyInAnyOrderElementsOf(allowed);
    }

    private static void compare(List<String> differences, String id, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            differences.add(id + " " + what + " " + actual + " not " + expected);
        }
    }

    private static String text(JsonNode label) {
        return label.isNull() ? "" : label.asText();
    }
}
