package org.throughline.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.Partners;

/** The facts that routing needs once the work type is known, beside those that were read from the message. */
@Component
public class RoutingFacts implements RoutingInputs {

    private static final String DEFAULT_LEVEL = "APPROVE_ALL";
    private static final String OFF = "OFF";
    private static final String NO_PARTNER = "NONE";

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final TriageProperties triage;
    private final Partners partners;

    RoutingFacts(JdbcClient jdbc, AgencyProfile agency, TriageProperties triage, Partners partners) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.triage = triage;
        this.partners = partners;
    }

    @Override
    public Map<String, Object> of(Map<String, Object> facts, String workType, String classification) {
        return with(facts, workType, classification, level(workType), partnerQueue(partners, facts, workType));
    }

    static Map<String, Object> with(
            Map<String, Object> facts, String workType, String classification, String level, String partnerQueue) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("workType", workType);
        all.put("classification", classification);
        all.put("automationLevel", level);
        all.put("partnerQueue", partnerQueue);
        return all;
    }

    /** The level of the work type's automation; OFF where its kill switch is thrown. */
    private String level(String workType) {
        record Setting(String level, boolean enabled) {}
        return jdbc.sql("select level, enabled from automation_level where tenant_id = ? and work_type = ?")
                .params(List.of(agency.tenant(), workType))
                .query((row, number) -> new Setting(row.getString("level"), row.getBoolean("enabled")))
                .optional()
                .map(setting -> setting.enabled() ? setting.level() : OFF)
                .orElseGet(() -> triage.automationLevels().getOrDefault(workType, DEFAULT_LEVEL));
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
