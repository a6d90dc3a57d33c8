package org.throughline.triage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.automation.AutomationGate;
import org.throughline.automation.AutomationGate.Standing;
import org.throughline.staff.Act;
import org.throughline.staff.Partners;

/** The facts that routing needs once the work type is known, beside those that were read from the message. */
@Component
public class RoutingFacts implements RoutingInputs {

    /** Level where a kill switch stops automation. */
    private static final String OFF = "OFF";

    private static final String NO_PARTNER = "NONE";
    private static final String WHOLE_REQUEST = Act.SERVICE_REQUEST.name();

    private final AutomationGate automation;
    private final Partners partners;

    RoutingFacts(AutomationGate automation, Partners partners) {
        this.automation = automation;
        this.partners = partners;
    }

    @Override
    public Map<String, Object> of(Map<String, Object> facts, String workType, String classification) {
        return with(facts, workType, classification, automation.of(workType), partnerQueue(partners, facts, workType));
    }

    static Map<String, Object> with(
            Map<String, Object> facts,
            String workType,
            String classification,
            Standing automation,
            String partnerQueue) {
        @Nullable String stop = automation.stop();
        Map<String, Object> all = new HashMap<>(facts);
        all.put("act", WHOLE_REQUEST);
        all.put("workType", workType);
        all.put("classification", classification);
        all.put("automationLevel", stop == null ? automation.level().name() : OFF);
        all.put("switchedOff", stop == null ? "" : stop);
        all.put("partnerQueue", partnerQueue);
        return all;
    }

    /** Queue of the partner that takes such work; of several, the one that asks least. */
    static String partnerQueue(Partners partners, Map<String, Object> facts, String workType) {
        return partners.offers(workType, text(facts, "state"), text(facts, "lineOfBusiness")).stream()
                .findFirst()
                .map(offer -> offer.work().queue())
                .orElse(NO_PARTNER);
    }

    private static String text(Map<String, Object> facts, String name) {
        return String.valueOf(facts.getOrDefault(name, ""));
    }
}
