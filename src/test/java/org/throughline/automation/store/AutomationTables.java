package org.throughline.automation.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.automation.AutomationEvidence;
import org.throughline.automation.AutomationGate;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationLevels;
import org.throughline.automation.AutomationProperties;
import org.throughline.automation.AutomationProperties.Demotion;
import org.throughline.automation.KillSwitches;
import org.throughline.automation.LevelTable;
import org.throughline.automation.OutcomeTable;
import org.throughline.automation.SampleRecord;
import org.throughline.automation.Sampling;
import org.throughline.automation.SwitchTable;
import org.throughline.automation.WorkTypes;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

/** Automation on a database of its own: two work types at STRAIGHT_THROUGH, a third anywhere, and the usual limits. */
public final class AutomationTables {

    private static final Set<String> KNOWN = Set.of("CERT_LIABILITY", "NOT_WORK", "ID_CARD");

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate template = database.jdbc();
    private final JdbcClient jdbc = JdbcClient.create(template);
    private final AutomationProperties settings = new AutomationProperties(
            Map.of(
                    "CERT_LIABILITY", AutomationLevel.STRAIGHT_THROUGH,
                    "NOT_WORK", AutomationLevel.STRAIGHT_THROUGH),
            Map.of(),
            new Demotion(50, 0.05, 90, 0.02, true));
    private final WorkTypes workTypes = KNOWN::contains;
    private final Clock clock;

    public AutomationTables(Clock clock) {
        this.clock = clock;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public LevelTable levelTable() {
        return new JdbcLevels(jdbc, database.firstInsert(), TestAgency.PROFILE);
    }

    public OutcomeTable outcomes() {
        return new JdbcOutcomes(jdbc, new ObjectMapper(), TestAgency.PROFILE);
    }

    public AutomationGate gate() {
        return new JdbcAutomationGate(jdbc, TestAgency.PROFILE, settings);
    }

    public AutomationLevels levels() {
        return new AutomationLevels(levelTable(), outcomes(), switchTable(), workTypes, settings, clock);
    }

    public AutomationEvidence evidence() {
        return new AutomationEvidence(outcomes(), levels(), clock);
    }

    public KillSwitches switches() {
        return new KillSwitches(switchTable(), levelTable(), workTypes, TestAgency.PROFILE, clock);
    }

    public SampleRecord samples() {
        return new SampleRecord(outcomes(), levels(), clock);
    }

    public Sampling sampling() {
        return new Sampling(new JdbcSamplingKey(
                jdbc, Objects.requireNonNull(database.transaction().getTransactionManager()), TestAgency.PROFILE));
    }

    private SwitchTable switchTable() {
        return new JdbcSwitches(jdbc, TestAgency.PROFILE);
    }

    /** Kinds of outcomes with whether they were right, in no order: {@code REVIEWED true}. */
    public List<String> found() {
        return jdbc.sql("select kind, correct from automation_outcome")
                .query((row, index) -> row.getString("kind") + " " + row.getBoolean("correct"))
                .list();
    }

    /** Forgets everything, for the next test. */
    public void clear() {
        List.of(
                        "automation_level",
                        "automation_switch",
                        "automation_change",
                        "automation_proposal",
                        "automation_outcome",
                        "service_request")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }
}
