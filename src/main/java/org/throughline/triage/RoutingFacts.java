package org.throughline.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/** The facts that routing needs once the work type is known, beside those that were read from the message. */
@Component
public class RoutingFacts implements RoutingInputs {

    private static final String DEFAULT_LEVEL = "APPROVE_ALL";
    private static final String OFF = "OFF";
    private static final String NO_PARTNER = "NONE";

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final TriageProperties triage;

    RoutingFacts(JdbcClient jdbc, AgencyProfile agency, TriageProperties triage) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.triage = triage;
    }

    @Override
    public Map<String, Object> of(Map<String, Object> facts, String workType, String classification) {
        String state = String.valueOf(facts.getOrDefault("state", ""));
        return with(facts, workType, classification, level(workType), partnerQueue(workType, state));
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

    private String partnerQueue(String workType, String state) {
        return partnerQueue(triage, workType, state);
    }

    static String partnerQueue(TriageProperties triage, String workType, String state) {
        TriageProperties.PartnerWork work = triage.partnerWork().get(workType);
        if (work == null) {
            return NO_PARTNER;
        }
        return work.states().contains("ALL") || work.states().contains(state) ? work.queue() : NO_PARTNER;
    }
}
